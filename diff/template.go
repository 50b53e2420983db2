package diff

import (
	"cmp"

	"saejob/internal/job"
	"saejob/internal/suppression"
)

// compare finds what became of a template that could be read before.
func (o Options) compare(t *Template, p *trio, w *walker) {
	both := p[fromSide] != nil && p[toSide] != nil
	if !both && o.Base == nil {
		t.Status = kind(p[fromSide], p[toSide])
		return
	}
	roots, comments, reason := p.open(o)
	switch {
	case reason != "":
		t.Status, t.Reason = Unread, reason
	case both:
		w.suppressions = append(comments, o.Suppressions...)
		o.changes(t, roots, w)
	default:
		t.Verdict = judge(isOther(roots, fromSide, w.hide), isOther(roots, toSide, w.hide), roots[fromSide] != roots[toSide])
		t.Status = kind(roots.ends(t.Verdict))
	}
}

// changes finds the changes of a template that from and to have.
func (o Options) changes(t *Template, roots values, w *walker) {
	inBase := roots[baseSide] != nil
	if !inBase {
		roots[baseSide] = roots[fromSide]
	}
	w.roots = roots
	w.walk(root(), roots)
	for _, c := range w.changes {
		switch {
		case inBase:
		case o.Base != nil:
			c.Base, c.Verdict = nil, Conflict // both sides made the template
		default:
			c.Base, c.Verdict = nil, ""
		}
		if w.isSuppressed(*t, c, o) {
			w.left.Suppressed++
			continue
		}
		t.Changes = append(t.Changes, c)
	}
	switch {
	case len(t.Changes) > 0:
		t.Status = Changed
	case o.Base != nil && !inBase:
		t.Status, t.Verdict = Added, Converged
	default:
		t.Status = Unchanged
	}
}

// isOther says whether a template that one side at most has is not on this side
// what it is in the base.
func isOther(roots values, side int, hide bool) bool {
	base, n := roots[baseSide], roots[side]
	if base == nil || n == nil {
		return base != n
	}
	w := walker{hide: hide, roots: values{base, base, n}}
	w.walk(root(), w.roots)
	return len(w.changes) > 0
}

// isSuppressed says whether a change is accepted: by a comment in a file of either
// side, or by the configuration.
func (w *walker) isSuppressed(t Template, c Change, o Options) bool {
	accepted := false
	for _, place := range []string{t.From, t.To} {
		target := suppression.Target{Name: c.ID, File: place, Template: t.Name, Path: c.Path}
		if o.Path != nil {
			target.File = o.Path(place)
		}
		if o.Environment != nil {
			target.Environment = o.Environment(place)
		}
		for _, s := range w.suppressions {
			accepted = s.Holds(target, o.Now) || accepted
		}
	}
	return accepted
}

// open reads the template on each side, and what comments in its files accept; the
// reason says why that is not possible.
func (t *trio) open(o Options) (roots values, comments []*suppression.Suppression, reason string) {
	for i, e := range t {
		if e == nil {
			continue
		}
		template, text, why := e.open(o)
		if template != nil {
			roots[i] = template.Root
			comments = append(comments, suppression.InFile(template, e.ref.Place, text)...)
		}
		reason = join("; ", reason, why)
	}
	return roots, comments, reason
}

// isAcross says whether a template stands in several namespaces, and so in
// several environments. It is then not one that changed: what differs between
// environments by nature, and what SAE made in each, is no news.
func (t *trio) isAcross() bool {
	namespace := ""
	for _, e := range t {
		if e == nil || e.id.NamespaceID == "" {
			continue
		}
		if namespace != "" && namespace != e.id.NamespaceID {
			return true
		}
		namespace = e.id.NamespaceID
	}
	return false
}

// template says which template a trio is, and that it is unread where it is.
func (t *trio) template() Template {
	var out Template
	var ids [3]job.Identity
	var places [3]string
	var files [3]bool
	for i, e := range t {
		if e == nil {
			continue
		}
		ids[i], places[i] = e.id, e.ref.Place
		files[i] = e.ref.File != ""
		if e.unread != "" {
			out.Status = Unread
			out.Reason = join("; ", out.Reason, e.ref.Place+": "+e.unread)
		}
	}
	base, from, to := ids[baseSide], ids[fromSide], ids[toSide]
	out.Base, out.From, out.To = places[baseSide], places[fromSide], places[toSide]
	out.FromFile, out.ToFile = files[fromSide], files[toSide]
	out.Name = cmp.Or(to.Name, from.Name, base.Name)
	out.Namespace = cmp.Or(to.NamespaceID, from.NamespaceID, base.NamespaceID)
	out.AppID = cmp.Or(to.AppID, from.AppID, base.AppID)
	if from.Name != out.Name {
		out.Was = from.Name
	}
	return out
}
