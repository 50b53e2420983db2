package pairing

import (
	"strings"

	"saejob/internal/job"
)

// Template is what a template is paired by.
type Template struct {
	ID job.Identity
	// Path is its place below the directory that the whole snapshot is in, without
	// the ending of a file.
	Path string
}

// Side is the templates of a snapshot.
type Side struct {
	Templates []Template
	// Single: the source is one template, not a place where some are.
	Single bool
}

// Templates returns which template of one side is which of another, in the order
// of the sides and of the templates in them. Files that were named are compared
// whatever they are; else templates are paired by the first of the criteria that
// one template alone meets on each side.
func Templates(sides [3]Side) []Trio {
	m := newMatcher(sides)
	m.pairSingle()
	for _, name := range criteria {
		m.match(Base, From, name)
		m.match(Base, To, name)
		m.match(From, To, name)
	}
	var all []Trio
	for side, trios := range m.trios {
		for _, t := range trios {
			if t.First() == side {
				all = append(all, *t)
			}
		}
	}
	return all
}

// criteria are what templates are paired by, in this order: each returns a name,
// empty where the template has none, and counts where only one template of each
// side has that name.
var criteria = []func(Template) string{
	func(t Template) string { return t.ID.AppID },
	func(t Template) string { return fullName(t.ID) },
	func(t Template) string { return t.ID.Name },
	func(t Template) string { return t.Path },
}

// fullName returns the name of the namespace, without its region, and the
// template's. The region's own namespace has the name "".
func fullName(id job.Identity) string {
	if id.NamespaceID == "" || id.Name == "" {
		return ""
	}
	_, namespace, _ := strings.Cut(id.NamespaceID, ":")
	return namespace + "\x00" + id.Name
}

// matcher is the pairs of templates that were found so far.
type matcher struct {
	sides [3]Side
	// trios has the trio of each template.
	trios [3][]*Trio
}

func newMatcher(sides [3]Side) *matcher {
	m := &matcher{sides: sides}
	for side, s := range sides {
		for i := range s.Templates {
			t := &Trio{None, None, None}
			t[side] = i
			m.trios[side] = append(m.trios[side], t)
		}
	}
	return m
}

// pairSingle pairs the templates that are a whole side each.
func (m *matcher) pairSingle() {
	var named *Trio
	for side, s := range m.sides {
		switch {
		case !s.Single || len(s.Templates) != 1:
		case named == nil:
			named = m.trios[side][0]
		default:
			m.merge(named, m.trios[side][0])
		}
	}
}

// match pairs what is the only one of its name on both sides.
func (m *matcher) match(a, b int, name func(Template) string) {
	twins := m.only(b, name)
	for n, i := range m.only(a, name) {
		if j, ok := twins[n]; ok && i != None && j != None {
			m.merge(m.trios[a][i], m.trios[b][j])
		}
	}
}

// only returns the template of each name; None where several have it.
func (m *matcher) only(side int, name func(Template) string) map[string]int {
	found := map[string]int{}
	for i, t := range m.sides[side].Templates {
		n := name(t)
		if _, twice := found[n]; twice || n == "" {
			i = None
		}
		found[n] = i
	}
	return found
}

// merge makes one template of two, unless a side has both.
func (m *matcher) merge(t, other *Trio) {
	for side := range t {
		if t == other || t[side] != None && other[side] != None {
			return
		}
	}
	for side, i := range other {
		if i != None {
			t[side], m.trios[side][i] = i, t
		}
	}
}
