package pairing

import (
	"strings"

	"saejob/internal/job"
	"saejob/internal/plan"
)

// Mapping is two values that stand for each other in the two environments that are
// compared.
type Mapping struct {
	// From is the value in from's environment, To in to's. A * in each stands for
	// the same text.
	From, To string
	// Path is where in a template they do, and below; empty: everywhere. [*] stands
	// for every item.
	Path job.Path
}

// translate returns what stands for a text in the other environment; false where
// the mapping is not about it.
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

// Mappings are those of a comparison, with what became of them. Nil: none.
type Mappings struct {
	all []Mapping
	// Used counts for each mapping the values that it makes equal.
	Used []int
	// Doubtful are the values that two mappings translate differently, by the index
	// of the first of these.
	Doubtful map[int]string
}

// NewMappings returns mappings that are not used yet.
func NewMappings(all []Mapping) *Mappings {
	return &Mappings{all: all, Used: make([]int, len(all)), Doubtful: map[int]string{}}
}

// Equal reports whether a value of from stands for one of to, and counts that.
// known reports whether a mapping is about either of them at all.
func (m *Mappings) Equal(at job.Path, from, to *job.Node) (equal, known bool) {
	if m == nil || from == nil || to == nil || from.Kind != job.String || to.Kind != job.String ||
		len(from.Secrets) > 0 || len(to.Secrets) > 0 {
		return false, false
	}
	first, meant := -1, ""
	for i, one := range m.all {
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
			m.Doubtful[first] = from.Text
		}
		if stands == to.Text && !equal {
			m.Used[i]++
			equal = true
		}
	}
	return equal, known
}

// standsFor reports whether a mapping makes a value of to of one of from, and
// counts nothing.
func (m *Mappings) standsFor(at job.Path, from, to string) bool {
	for _, one := range m.all {
		if stands, about := translate(from, one.From, one.To); about && stands == to && at.Within(one.Path) {
			return true
		}
	}
	return false
}

// Items pairs the items at a path that have no twin, where the key of one stands
// for that of the other.
func (m *Mappings) Items(at job.Path, v Lists, f *plan.Field, all []Trio) []Trio {
	if m == nil || len(m.all) == 0 || f == nil || f.Key == "" {
		return all
	}
	gone := map[int]bool{}
	for i := range all {
		if all[i][To] != None || all[i][From] == None {
			continue
		}
		key, ok := keyOf(v[From], all[i][From], f)
		for j := 0; ok && j < len(all) && all[i][To] == None; j++ {
			if gone[j] || all[j][From] != None || all[j][Base] != None {
				continue
			}
			other, ok := keyOf(v[To], all[j][To], f)
			if ok && m.standsFor(at.Keyed(key, 1).Member(f.Key), key, other) {
				all[i][To], gone[j] = all[j][To], true
			}
		}
	}
	var kept []Trio
	for i, t := range all {
		if !gone[i] {
			kept = append(kept, t)
		}
	}
	return kept
}

// keyOf returns the key of an item, if that is a text.
func keyOf(list *job.Node, i int, f *plan.Field) (string, bool) {
	e := list.Entries[i].Value.Member(f.Key)
	if e == nil || e.Value.Kind != job.String {
		return "", false
	}
	return e.Value.Text, true
}
