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
// template: where a file names another namespace than the live template is in, it changed.
func (t *trio) isAcross() bool {
	namespaces, ids := map[string]bool{}, map[string]bool{}
	for _, e := range t {
		if e != nil && e.id.NamespaceID != "" {
			namespaces[e.id.NamespaceID], ids[e.id.AppID] = true, true
		}
	}
	return len(namespaces) > 1 && (len(ids) > 1 || ids[""])
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
