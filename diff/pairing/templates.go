//go:build ignore

package diff

import (
	"strings"

	"saejob/internal/job"
)

// trio is a template on each side; nil on a side that does not have it.
type trio [3]*entry

// merge makes one template of two, unless a side has both.
func (t *trio) merge(other *trio) {
	for i := range t {
		if t == other || t[i] != nil && other[i] != nil {
			return
		}
	}
	for i, e := range other {
		if e != nil {
			t[i], e.trio = e, t
		}
	}
}

// criteria are what templates are paired by, in this order: each gives a name,
// empty where the template has none, and counts where only one template of each
// side has that name.
var criteria = []func(*entry) string{
	func(e *entry) string { return e.id.AppID },
	func(e *entry) string { return named(e.id) },
	func(e *entry) string { return e.id.Name },
	func(e *entry) string { return e.path },
}

// named gives the name of the namespace, behind its region, and the template's.
// The region's own namespace has the name "".
func named(id job.Identity) string {
	if id.NamespaceID == "" || id.Name == "" {
		return ""
	}
	_, namespace, _ := strings.Cut(id.NamespaceID, ":")
	return namespace + "\x00" + id.Name
}

// pairUp says which template of one side is which of another. Files that were
// named are compared whatever they are; else templates are paired by the first
// of the criteria that tells them.
func pairUp(sides [3]side) {
	var named *entry
	for _, s := range sides {
		switch {
		case !s.single || len(s.entries) != 1:
		case named == nil:
			named = s.entries[0]
		default:
			named.trio.merge(s.entries[0].trio)
		}
	}
	for _, criterion := range criteria {
		match(sides[baseSide], sides[fromSide], criterion)
		match(sides[baseSide], sides[toSide], criterion)
		match(sides[fromSide], sides[toSide], criterion)
	}
}

// match pairs what is the only one of its name on both sides.
func match(a, b side, name func(*entry) string) {
	twins := only(b, name)
	for n, e := range only(a, name) {
		if other := twins[n]; e != nil && other != nil {
			e.trio.merge(other.trio)
		}
	}
}

// only gives the template of each name; nil where there are several.
func only(s side, name func(*entry) string) map[string]*entry {
	found := map[string]*entry{}
	for _, e := range s.entries {
		n := name(e)
		if _, twice := found[n]; twice || n == "" {
			found[n] = nil
			continue
		}
		found[n] = e
	}
	return found
}
