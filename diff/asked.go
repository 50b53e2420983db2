package diff

import "fmt"

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

// lost lists the templates of a side of which so little could be read that they
// may be any.
func (s side) lost() []*entry {
	var lost []*entry
	for _, e := range s.entries {
		if e.unread != "" && e.id.AppID == "" && e.id.Name == "" && e.trio.isAlone() {
			lost = append(lost, e)
		}
	}
	return lost
}

func (t *trio) isAlone() bool {
	n := 0
	for _, e := range t {
		if e != nil {
			n++
		}
	}
	return n == 1
}

// doubt says why it is not known whether a side that seems not to have the
// template has it: what is lost there may be it. It is empty where it is known.
func (t *trio) doubt(lost [3][]*entry) string {
	for i, e := range t {
		switch n := len(lost[i]); {
		case e != nil || n == 0:
		case n == 1:
			return fmt.Sprintf("may be %s, which could not be read", lost[i][0].ref.Place)
		default:
			return fmt.Sprintf("may be %s or another of the %d that could not be read", lost[i][0].ref.Place, n)
		}
	}
	return ""
}
