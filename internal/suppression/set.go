package suppression

import (
	"cmp"
	"slices"
	"sort"
	"time"

	"saejob/internal/job"
)

// Set finds among many suppressions those that accept something. Those of comments
// are found by their place, so that a file may have many of both; those of the
// configuration are asked one by one.
type Set struct {
	today  time.Time
	byName map[string]*named
}

// named are the suppressions of one name that can have effect.
type named struct {
	asked  []entry
	byPath map[string]*group
	lines  []stretch
}

// entry is a suppression with its place in the order of all.
type entry struct {
	*Suppression
	order int
}

// group are the suppressions in comments about one entry of a file.
type group struct {
	entries []entry
	lines   Lines
	used    bool
}

// stretch are the lines from one on, up to the next stretch, with the groups that are
// about them.
type stretch struct {
	from   int
	groups []*group
}

// NewSet returns a set of suppressions as they are on a day.
func NewSet(all []*Suppression, today time.Time) *Set {
	set := &Set{today: today, byName: map[string]*named{}}
	for order, s := range all {
		if s.Wrong != "" || s.Added || s.Expired(today) {
			continue
		}
		for _, name := range s.Names {
			if set.byName[name] == nil {
				set.byName[name] = &named{byPath: map[string]*group{}}
			}
			set.byName[name].add(entry{s, order})
		}
	}
	for _, n := range set.byName {
		n.lines = stretches(n.byPath)
	}
	return set
}

func (n *named) add(e entry) {
	if !e.InSource || slices.ContainsFunc(e.Path, job.Step.IsEveryItem) {
		n.asked = append(n.asked, e)
		return
	}
	at := e.Path.String()
	g := n.byPath[at]
	if g == nil {
		g = &group{lines: e.Lines}
		n.byPath[at] = g
	}
	g.entries = append(g.entries, e)
}

// stretches returns, for all lines that groups are about, which these are.
func stretches(groups map[string]*group) []stretch {
	var bounds []int
	var sorted []*group
	for _, g := range groups {
		if g.lines.First > 0 {
			bounds = append(bounds, g.lines.First, g.lines.Last+1)
			sorted = append(sorted, g)
		}
	}
	slices.Sort(bounds)
	slices.SortFunc(sorted, func(a, b *group) int { return cmp.Compare(a.lines.First, b.lines.First) })
	var found []stretch
	var open []*group
	for _, from := range slices.Compact(bounds) {
		open = slices.DeleteFunc(slices.Clone(open), func(g *group) bool { return g.lines.Last < from })
		for len(sorted) > 0 && sorted[0].lines.First == from {
			open, sorted = append(open, sorted[0]), sorted[1:]
		}
		found = append(found, stretch{from, open})
	}
	return found
}

// Accept returns the first suppression that accepts something, and marks all that do
// as used for its name; nil where nothing accepts it.
func (s *Set) Accept(t Target) *Suppression {
	n := s.byName[t.Name]
	if n == nil {
		return nil
	}
	var first entry
	use := func(e entry) {
		e.MarkUsed(t.Name)
		if first.Suppression == nil || e.order < first.order {
			first = e
		}
	}
	for _, g := range n.about(t) {
		if !g.used {
			for _, e := range g.entries {
				e.MarkUsed(t.Name)
			}
			g.used = true
		}
		use(g.entries[0])
	}
	for _, e := range n.asked {
		if e.Accepts(t, s.today) {
			use(e)
		}
	}
	return first.Suppression
}

// about returns the groups about something: by its line, or by a path that it is
// within.
func (n *named) about(t Target) []*group {
	var found []*group
	if len(n.byPath) == 0 {
		return nil
	}
	if i := sort.Search(len(n.lines), func(i int) bool { return n.lines[i].from > t.Line }); i > 0 && t.Line > 0 {
		found = slices.Clone(n.lines[i-1].groups)
	}
	for end := range len(t.Path) + 1 {
		if g := n.byPath[t.Path[:end].String()]; g != nil && !slices.Contains(found, g) {
			found = append(found, g)
		}
	}
	return found
}
