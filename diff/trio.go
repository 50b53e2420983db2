package diff

import (
	"cmp"

	"saejob/diff/pairing"
	"saejob/internal/job"
)

// trio is a template on each side of [pairing]; nil on a side that does not have
// it.
type trio [3]*entry

// isAlone reports whether one side alone has the template.
func (t *trio) isAlone() bool {
	n := 0
	for _, e := range t {
		if e != nil {
			n++
		}
	}
	return n == 1
}

// isAcross reports whether a template stands in several namespaces, and so in
// several environments. It is then not one that changed: what differs between
// environments by nature, and what SAE made in each, is no news. One AppId is one
// template, and so is one file or directory at two times: where a file names another
// namespace than before, or than the live template is in, the template changed.
func (t *trio) isAcross() bool {
	for i, a := range t {
		for _, b := range t[i+1:] {
			if a != nil && b != nil && a.isElsewhere(b) && !t.isOne(a, b) {
				return true
			}
		}
	}
	return false
}

// isOne reports whether two sides are known to be one template: by themselves, or
// since both are one with the third.
func (t *trio) isOne(a, b *entry) bool {
	for _, c := range t {
		if c != nil && a.isSame(c) && c.isSame(b) {
			return true
		}
	}
	return false
}

// isElsewhere reports whether two templates say that they are in different namespaces.
func (e *entry) isElsewhere(other *entry) bool {
	a, b := e.id.NamespaceID, other.id.NamespaceID
	return a != "" && b != "" && a != b
}

// isSame reports whether two paired entries are one template: of one AppId, or in one
// file or directory of the repository.
func (e *entry) isSame(other *entry) bool {
	return e == other || e.id.AppID != "" && e.id.AppID == other.id.AppID ||
		e.ref.Path() != "" && other.ref.Path() != "" && (e.ref.Path() == other.ref.Path() || e.dir != "" && e.dir == other.dir)
}

// template returns which template a trio is, unread where one of its sides is.
func (t *trio) template() Template {
	var out Template
	var ids [3]job.Identity
	var places [3]string
	var files [3]string
	for i, e := range t {
		if e == nil {
			continue
		}
		ids[i], places[i] = e.id, e.ref.Place
		files[i] = e.ref.Path()
		if e.unread != "" {
			out.Status = Unread
			out.Reason = join("; ", out.Reason, e.ref.Place+": "+e.unread)
		}
	}
	base, from, to := ids[pairing.Base], ids[pairing.From], ids[pairing.To]
	out.Base, out.From, out.To = places[pairing.Base], places[pairing.From], places[pairing.To]
	out.FromFile, out.ToFile = files[pairing.From], files[pairing.To]
	out.Name = cmp.Or(to.Name, from.Name, base.Name)
	out.Namespace = cmp.Or(to.NamespaceID, from.NamespaceID, base.NamespaceID)
	out.AppID = cmp.Or(to.AppID, from.AppID, base.AppID)
	if from.Name != out.Name {
		out.Was = from.Name
	}
	return out
}
