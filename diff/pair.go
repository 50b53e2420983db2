package diff

import (
	"cmp"
	"strings"

	"saejob/internal/job"
)

// pair is a template on both sides; nil on the side that does not have it.
type pair struct{ from, to *entry }

// pairUp says which template of one side is which of the other. Two files are
// compared whatever they are; else templates are paired by the first of the
// criteria that tells them. A side that is one file asks about that template
// only: nothing is said of the other templates of the other side.
func pairUp(from, to side) []pair {
	if from.single && to.single && len(from.entries) == 1 && len(to.entries) == 1 {
		return []pair{{from.entries[0], to.entries[0]}}
	}
	twin := map[*entry]*entry{}
	for _, criterion := range criteria {
		match(from.entries, to.entries, criterion, twin)
	}
	var pairs []pair
	for _, e := range from.entries {
		if twin[e] != nil || asked(to, e, twin) {
			pairs = append(pairs, pair{e, twin[e]})
		}
	}
	for _, e := range to.entries {
		if twin[e] == nil && asked(from, e, twin) {
			pairs = append(pairs, pair{nil, e})
		}
	}
	return pairs
}

// asked says whether something is to be said of a template without a twin on the
// other side. To one file it does not matter, unless it was not read and so may
// be that file's twin.
func asked(other side, e *entry, twin map[*entry]*entry) bool {
	if !other.single {
		return true
	}
	return e.unread != "" && len(other.entries) == 1 && twin[other.entries[0]] == nil
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

func named(id job.Identity) string {
	if id.NamespaceID == "" || id.Name == "" {
		return ""
	}
	return id.NamespaceID + "\x00" + id.Name
}

// match pairs what has no twin yet and is the only one of its name on both
// sides.
func match(from, to []*entry, name func(*entry) string, twin map[*entry]*entry) {
	a, b := only(from, name), only(to, name)
	for _, e := range from {
		n := name(e)
		other := b[n]
		if a[n] != nil && other != nil && twin[e] == nil && twin[other] == nil {
			twin[e], twin[other] = other, e
		}
	}
}

// only gives the template of each name; nil where there are several.
func only(entries []*entry, name func(*entry) string) map[string]*entry {
	found := map[string]*entry{}
	for _, e := range entries {
		n := name(e)
		if _, twice := found[n]; twice || n == "" {
			found[n] = nil
			continue
		}
		found[n] = e
	}
	return found
}

// template says which template a pair is, and that it is unread where it is.
func (p pair) template() Template {
	var t Template
	var reasons []string
	for _, e := range []*entry{p.from, p.to} {
		if e != nil && e.unread != "" {
			t.Status = Unread
			reasons = append(reasons, e.ref.Place+": "+e.unread)
		}
	}
	t.Reason = join("; ", reasons...)
	var from, to job.Identity
	if p.from != nil {
		from, t.From = p.from.id, p.from.ref.Place
	}
	if p.to != nil {
		to, t.To = p.to.id, p.to.ref.Place
	}
	t.Name = cmp.Or(to.Name, from.Name)
	t.Namespace = cmp.Or(to.NamespaceID, from.NamespaceID)
	t.AppID = cmp.Or(to.AppID, from.AppID)
	if from.Name != t.Name {
		t.Was = from.Name
	}
	return t
}

// join joins what is not empty.
func join(separator string, parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, separator)
}
