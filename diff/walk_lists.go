package diff

import (
	"strconv"

	"saejob/diff/pairing"
	"saejob/internal/job"
	"saejob/internal/plan"
)

// items compares lists item by item, as they are paired.
func (w *walker) items(l location, v values) {
	var steps [3][]job.Step
	for side, n := range v {
		steps[side] = stepsOf(n, l.field)
	}
	all := w.mappings.Items(l.at[pairing.From], v, l.field, pairing.Items(v, l.field))
	if l.field != nil && l.field.Key != "" && !l.field.Set {
		w.order(l, v, all)
	}
	for _, t := range all {
		var items values
		var at [3]job.Step
		for side, i := range t {
			if i != pairing.None {
				items[side], at[side] = v[side].Entries[i].Value, steps[side][i]
			} else {
				at[side] = steps[t.Last()][t[t.Last()]]
			}
		}
		w.walk(l.item(at), items)
	}
}

// stepsOf returns the names of the items of a list for a path, which everybody may
// see: a key that is secret stands there as its placeholder.
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

// order notes that the items which lists have in common are in another order. The
// values are the keys of the items, or the indices of those that have none.
func (w *walker) order(l location, v values, all []pairing.Trio) {
	moved := func(one, other int) bool { return !pairing.InOrder(all, one, other) }
	verdict := judge(moved(pairing.Base, pairing.From), moved(pairing.Base, pairing.To), moved(pairing.From, pairing.To))
	if verdict == "" {
		return
	}
	for side, n := range v {
		v[side] = keys(n, l.field)
	}
	w.note(l, w.orderChange(l, v, verdict))
}

// keys returns the keys of items as a list; of an item without one, its index.
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
