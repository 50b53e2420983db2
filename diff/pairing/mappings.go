//go:build ignore

package diff

import (
	"strings"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/text"
)

// Mapping is two values that stand for each other in the environments that are
// compared.
type Mapping struct {
	// From is the value in from's environment, To in to's. A * in each stands for
	// the same text.
	From, To string
	// Path is where in a template they do, and below; empty: everywhere. [*] stands
	// for every item.
	Path job.Path
	// File and At are where the mapping is written.
	File string
	At   job.Range
}

// Mapped is a mapping with the number of values that it makes equal.
type Mapped struct {
	Mapping
	Used int
}

// translate gives what stands for a text in the other environment; false where the
// mapping is not about it.
func translate(text, from, to string) (string, bool) {
	before, after, pattern := strings.Cut(from, "*")
	if !pattern {
		return to, text == from
	}
	if len(text) < len(before)+len(after) || !strings.HasPrefix(text, before) || !strings.HasSuffix(text, after) {
		return "", false
	}
	return strings.Replace(to, "*", text[len(before):len(text)-len(after)], 1), true
}

// mappings are those of a comparison, with what became of them.
type mappings struct {
	all []Mapped
	// doubtful are the values for which two mappings stand, by the first of them.
	doubtful map[int]string
}

func newMappings(all []Mapping) *mappings {
	m := &mappings{doubtful: map[int]string{}}
	for _, one := range all {
		m.all = append(m.all, Mapped{Mapping: one})
	}
	return m
}

// equal says whether a value of from stands for one of to, and counts that. known
// says whether a mapping is about either of them at all.
func (m *mappings) equal(at job.Path, from, to *job.Node) (equal, known bool) {
	if m == nil || from == nil || to == nil || from.Kind != job.String || to.Kind != job.String ||
		len(from.Secrets) > 0 || len(to.Secrets) > 0 {
		return false, false
	}
	first, meant := -1, ""
	for i := range m.all {
		one := &m.all[i]
		if !at.Within(one.Path) {
			continue
		}
		stands, about := translate(from.Text, one.From, one.To)
		if _, back := translate(to.Text, one.To, one.From); back && !about {
			known = true
		}
		if !about {
			continue
		}
		known = true
		switch {
		case first < 0:
			first, meant = i, stands
		case stands != meant:
			m.doubtful[first] = from.Text
		}
		if stands == to.Text && !equal {
			one.Used++
			equal = true
		}
	}
	return equal, known
}

// standsFor says whether a mapping makes a value of to of one of from, and counts
// nothing.
func (m *mappings) standsFor(at job.Path, from, to string) bool {
	if m == nil {
		return false
	}
	for _, one := range m.all {
		if stands, about := translate(from, one.From, one.To); about && stands == to && at.Within(one.Path) {
			return true
		}
	}
	return false
}

// problems says which mappings are of no use, and which contradict each other. What
// is secret in them is not to be shown from here on.
func (m *mappings) problems(compared bool) []Problem {
	var all []Problem
	for i := range m.all {
		m.all[i].From, m.all[i].To = secret.Mask(m.all[i].From), secret.Mask(m.all[i].To)
	}
	for i, one := range m.all {
		if value, doubtful := m.doubtful[i]; doubtful {
			all = append(all, Problem{ID: "mapping-ambiguous", File: one.File, At: one.At,
				Message: text.Quote(secret.Mask(value)) + " stands for several values: this mapping and a later one say different ones"})
		}
		if one.Used == 0 && compared {
			all = append(all, Problem{ID: "mapping-unused", File: one.File, At: one.At,
				Message: "this mapping is not used: no value is " + text.Quote(one.From) + " on one side and " + text.Quote(one.To) + " on the other"})
		}
	}
	return all
}

// pairMapped pairs the items that have no twin, where the key of one stands for
// that of the other.
func (m *mappings) pairMapped(s spot, v values, all []aligned) []aligned {
	if m == nil || len(m.all) == 0 || s.field == nil || s.field.Key == "" {
		return all
	}
	key := func(side, i int) (string, bool) {
		e := v[side].Entries[i].Value.Member(s.field.Key)
		if e == nil || e.Value.Kind != job.String {
			return "", false
		}
		return e.Value.Text, true
	}
	gone := map[int]bool{}
	for i := range all {
		from, ok := -1, false
		if all[i][toSide] < 0 {
			from, ok = all[i][fromSide], all[i][fromSide] >= 0
		}
		for j := 0; ok && j < len(all) && all[i][toSide] < 0; j++ {
			if gone[j] || all[j][fromSide] >= 0 || all[j][baseSide] >= 0 {
				continue
			}
			a, isText := key(fromSide, from)
			b, isTextToo := key(toSide, all[j][toSide])
			at := s.at[fromSide].Keyed(a, 1).Member(s.field.Key)
			if isText && isTextToo && m.standsFor(at, a, b) {
				all[i][toSide], gone[j] = all[j][toSide], true
			}
		}
	}
	var kept []aligned
	for i, a := range all {
		if !gone[i] {
			kept = append(kept, a)
		}
	}
	return kept
}
