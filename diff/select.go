package diff

import (
	"slices"

	"saejob/internal/job"
)

// asked lists the templates that something is to be said of, once they are
// paired. A side that is one file asks about that template only: of the others of
// the other sides it matters only what was not read, and so may be that one.
func asked(sides [3]side, o Options) []*trio {
	var all []*trio
	for i, s := range sides {
		for _, e := range s.entries {
			if e.trio.first() == i && e.trio.isOf(sides) && o.asks(e.trio) {
				all = append(all, e.trio)
			}
		}
	}
	return all
}

// first gives the first side that has the template.
func (t *trio) first() int {
	for i, e := range t {
		if e != nil {
			return i
		}
	}
	return len(t)
}

func (t *trio) isOf(sides [3]side) bool {
	for i, s := range sides {
		if s.single && t[i] == nil && !t.mayBe(s) {
			return false
		}
	}
	return true
}

// mayBe says whether a template that was not read may be the one of a side that
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

// asks says whether the comparison is about a template: it is so on one side at
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

// settled looks at what is only listed yet, several at a time, where it has to be
// compared, and leaves out what is gone since. A template of one side alone is as
// it is listed.
func settled(all []*trio, o Options) []*trio {
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
		if !e.look() {
			e.trio[slices.Index(e.trio[:], e)] = nil
		}
	}
	return slices.DeleteFunc(all, func(t *trio) bool { return *t == trio{} })
}
