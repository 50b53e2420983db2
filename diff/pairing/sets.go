package pairing

import (
	"saejob/diff/secrets"
	"saejob/internal/job"
	"saejob/internal/plan"
)

// maxUnknown bounds the work of finding items that may be the same; a longer set
// is compared without.
const maxUnknown = 1 << 16

// pairSet pairs the items of two sets: first those that are the same, then those
// that may be, then those that are the same but for a secret. What is left has
// no twin: another value is another item.
func pairSet(from, to *job.Node, f *plan.Field) []job.ItemPair {
	m := &matching{from: from, to: to, partner: make([]int, len(from.Entries)), taken: make([]bool, len(to.Entries))}
	for i := range m.partner {
		m.partner[i] = -1
	}
	m.alike(secrets.Digested)
	m.maybe(f)
	m.alike(secrets.Bare)

	var pairs []job.ItemPair
	for i, j := range m.partner {
		pairs = append(pairs, job.ItemPair{From: i, To: j})
	}
	for j := range to.Entries {
		if !m.taken[j] {
			pairs = append(pairs, job.ItemPair{From: -1, To: j})
		}
	}
	return pairs
}

// matching is the pairs that were found so far.
type matching struct {
	from, to *job.Node
	partner  []int
	taken    []bool
}

func (m *matching) pair(i, j int) { m.partner[i], m.taken[j] = j, true }

// alike pairs the items that are the same as they are spelled, in their order.
func (m *matching) alike(spell func(*job.Node) *job.Node) {
	at := map[string][]int{}
	for j, e := range m.to.Entries {
		if !m.taken[j] {
			text := string(spell(e.Value).JSON())
			at[text] = append(at[text], j)
		}
	}
	for i, e := range m.from.Entries {
		if m.partner[i] >= 0 {
			continue
		}
		text := string(spell(e.Value).JSON())
		if found := at[text]; len(found) > 0 {
			m.pair(i, found[0])
			at[text] = found[1:]
		}
	}
}

// maybe pairs the items that may be the same: a placeholder hides it. One of the two has
// a secret then.
func (m *matching) maybe(f *plan.Field) {
	open, hidden := m.free()
	tries := 0
	for i, a := range m.from.Entries {
		if m.partner[i] >= 0 {
			continue
		}
		open, hidden = m.fromFree(open), m.fromFree(hidden)
		others := hidden
		if secrets.In(a.Value) {
			others = open
		}
		for _, j := range others {
			if m.taken[j] {
				continue
			}
			if tries++; tries > maxUnknown {
				return
			}
			if job.CompareValues(a.Value, m.to.Entries[j].Value, f) == job.Unknown {
				m.pair(i, j)
				break
			}
		}
	}
}

// free returns the items of to that have no partner yet, and those of them that have a
// secret.
func (m *matching) free() (open, hidden []int) {
	for j, b := range m.to.Entries {
		if m.taken[j] {
			continue
		}
		open = append(open, j)
		if secrets.In(b.Value) {
			hidden = append(hidden, j)
		}
	}
	return open, hidden
}

// fromFree returns the items from the first one on that has no partner.
func (m *matching) fromFree(items []int) []int {
	for len(items) > 0 && m.taken[items[0]] {
		items = items[1:]
	}
	return items
}
