package diff

import (
	"slices"

	"saejob/internal/job"
)

// selected returns the templates that the comparison covers. A side that is one
// file asks about that template only: of the others of the other sides it matters
// only what was not read, and so may be that one.
func selected(all []*trio, sides [3]side, o Options) []*trio {
	return slices.DeleteFunc(all, func(t *trio) bool { return !t.isOf(sides) || !o.asks(t) })
}

func (t *trio) isOf(sides [3]side) bool {
	for i, s := range sides {
		if s.single && t[i] == nil && !t.mayBe(s) {
			return false
		}
	}
	return true
}

// mayBe reports whether a template that was not read may be the one of a side that
// is one file.
func (t *trio) mayBe(s side) bool {
	if len(s.entries) != 1 {
		return false
	}
	for i, e := range t {
		if e != nil && e.unread != "" && s.entries[0].trio[i] == nil {
			return true
		}
	}
	return false
}

// asks reports whether the comparison is about a template: it is so on one side at
// least, or may be as far as it could be read.
func (o Options) asks(t *trio) bool {
	if o.Only == nil {
		return true
	}
	known := false
	for _, e := range t {
		if e != nil && (e.unread == "" || e.id.AppID != "" && e.id.Name != "") {
			known = true
			if o.Only(e.id) {
				return true
			}
		}
	}
	return !known
}

// openListed opens, several at a time, the templates that are known only from a
// list and have to be compared, and leaves out those that are gone since. A
// template of one side alone is as it is listed.
func openListed(all []*trio, o Options) []*trio {
	var pending []*entry
	for _, t := range all {
		for _, e := range t {
			if e != nil && e.listed && (o.Base != nil || !t.isAlone()) {
				pending = append(pending, e)
				job.ReadAhead(e.ref)
			}
		}
	}
	for _, e := range pending {
		if e.look() != nil {
			e.trio[slices.Index(e.trio[:], e)] = nil
		}
	}
	return slices.DeleteFunc(all, func(t *trio) bool { return *t == trio{} })
}
