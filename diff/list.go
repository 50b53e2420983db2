package diff

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"saejob/internal/job"
	"saejob/internal/plan"
)

// items compares two lists item by item, as they are paired.
func (w *walker) items(s spot, from, to *job.Node) {
	a, b := steps(from, s.field), steps(to, s.field)
	pairs := pairItems(from, to, s.field)
	if s.field != nil && s.field.Key != "" && !s.field.Set && !inOrder(pairs) {
		w.reordered(s, from, to)
	}
	for _, p := range reading(pairs) {
		switch {
		case p.From < 0:
			w.values(s.item(b[p.To], b[p.To]), nil, to.Entries[p.To].Value)
		case p.To < 0:
			w.values(s.item(a[p.From], a[p.From]), from.Entries[p.From].Value, nil)
		default:
			w.values(s.item(a[p.From], b[p.To]), from.Entries[p.From].Value, to.Entries[p.To].Value)
		}
	}
}

// pairItems pairs the items of two lists, and pairs them alike whichever of the
// two is from: where several pairings are as good, the lists themselves decide
// which is taken, not their sides.
func pairItems(from, to *job.Node, f *plan.Field) []job.ItemPair {
	pairing := job.PairItems
	if f != nil && f.Set && f.Key == "" {
		pairing = pairSet
	}
	if order(from, to) <= 0 {
		return pairing(from, to, f)
	}
	pairs := pairing(to, from, f)
	for i, p := range pairs {
		pairs[i] = job.ItemPair{From: p.To, To: p.From}
	}
	slices.SortFunc(pairs, func(p, q job.ItemPair) int {
		// As unsigned numbers, -1 comes behind all items of from.
		return cmp.Or(cmp.Compare(uint(p.From), uint(q.From)), cmp.Compare(p.To, q.To))
	})
	return pairs
}

// order is some order of values; it is 0 for equal ones only.
func order(a, b *job.Node) int {
	c := cmp.Or(cmp.Compare(a.Kind, b.Kind), strings.Compare(a.Text, b.Text), cmp.Compare(len(a.Entries), len(b.Entries)))
	for i := 0; c == 0 && i < len(a.Entries); i++ {
		c = cmp.Or(strings.Compare(a.Entries[i].Key, b.Entries[i].Key), order(a.Entries[i].Value, b.Entries[i].Value))
	}
	return c
}

// steps names the items of a list for a path, which everybody may see: a key
// that is secret stands there as its placeholder.
func steps(n *job.Node, f *plan.Field) []job.Step {
	steps := job.Items(n, f)
	secret := false
	for i, s := range steps {
		if s.Kind == job.KeyStep {
			key := n.Entries[i].Value.Member(f.Key).Value
			secret = secret || len(key.Secrets) > 0
			steps[i].Name = key.Shown()
		}
	}
	if !secret {
		return steps
	}
	seen := map[string]int{}
	for i, s := range steps {
		if s.Kind == job.KeyStep {
			seen[s.Name]++
			steps[i].Nth = seen[s.Name]
		}
	}
	return steps
}

// inOrder says whether the items that both lists have stand in the same order.
func inOrder(pairs []job.ItemPair) bool {
	last := -1
	for _, p := range pairs {
		if p.From >= 0 && p.To >= 0 {
			if p.To < last {
				return false
			}
			last = p.To
		}
	}
	return true
}

// reading puts pairs, which are in the order of from, in the order in which a
// reader meets them: a new item stands where it stands in to.
func reading(pairs []job.ItemPair) []job.ItemPair {
	var added []job.ItemPair
	for _, p := range pairs {
		if p.From < 0 {
			added = append(added, p)
		}
	}
	out := make([]job.ItemPair, 0, len(pairs))
	for _, p := range pairs {
		if p.From < 0 {
			continue
		}
		for len(added) > 0 && p.To >= 0 && added[0].To < p.To {
			out, added = append(out, added[0]), added[1:]
		}
		out = append(out, p)
	}
	return append(out, added...)
}

// reordered notes that the items of a list stand in another order. Its values
// are the keys of the items, or the indices of those that have none.
func (w *walker) reordered(s spot, from, to *job.Node) {
	c := w.newChange(s, Changed, keys(from, s.field), keys(to, s.field))
	c.ID, c.Severity = orderChanged, info
	c.Meaning = join("; ", "the same items in another order", fieldMeaning(s))
	c.Fingerprint = w.fingerprint(c)
	w.note(s, c)
}

func keys(n *job.Node, f *plan.Field) *job.Node {
	list := &job.Node{Kind: job.List}
	for i, s := range job.Items(n, f) {
		key := &job.Node{Kind: job.Number, Text: strconv.Itoa(s.Index)}
		if s.Kind == job.KeyStep {
			key = n.Entries[i].Value.Member(f.Key).Value.Clone()
		}
		list.Entries = append(list.Entries, &job.Entry{Value: key})
	}
	return list
}
