package pairing

import (
	"cmp"
	"slices"
	"strings"

	"saejob/internal/job"
	"saejob/internal/plan"
)

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
	rank := func(p job.ItemPair) int {
		if p.From == None {
			return len(from.Entries) // new items come last
		}
		return p.From
	}
	pairs := pairing(to, from, f)
	for i, p := range pairs {
		pairs[i] = job.ItemPair{From: p.To, To: p.From}
	}
	slices.SortFunc(pairs, func(p, q job.ItemPair) int {
		return cmp.Or(cmp.Compare(rank(p), rank(q)), cmp.Compare(p.To, q.To))
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
