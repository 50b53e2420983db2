package diff

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/severity"
)

// items compares lists item by item, as they are paired.
func (w *walker) items(s spot, v values) {
	var steps [3][]job.Step
	for side, n := range v {
		steps[side] = stepsOf(n, s.field)
	}
	all := w.mappings.pairMapped(s, v, alignItems(v, s.field))
	if s.field != nil && s.field.Key != "" && !s.field.Set {
		w.order(s, v, all)
	}
	for _, a := range all {
		var items values
		var at [3]job.Step
		for side, i := range a {
			if i >= 0 {
				items[side], at[side] = v[side].Entries[i].Value, steps[side][i]
			} else {
				at[side] = steps[a.side()][a[a.side()]]
			}
		}
		w.walk(s.item(at), items)
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

// stepsOf names the items of a list for a path, which everybody may see: a key
// that is secret stands there as its placeholder.
func stepsOf(n *job.Node, f *plan.Field) []job.Step {
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

// order notes that the items which lists have in common stand in another order.
// The values are the keys of the items, or the indices of those that have none.
func (w *walker) order(s spot, v values, all []aligned) {
	verdict := judge(!inOrder(all, baseSide, fromSide), !inOrder(all, baseSide, toSide), !inOrder(all, fromSide, toSide))
	if verdict == "" {
		return
	}
	for side, n := range v {
		v[side] = keys(n, s.field)
	}
	c := w.newChange(s, v, verdict)
	c.ID, c.Severity, c.Meaning = orderChanged, severity.Info, "the same items in another order"
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
