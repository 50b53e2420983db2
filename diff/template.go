package diff

import (
	"slices"

	"saejob/diff/pairing"
	"saejob/internal/suppression"
)

// compare finds what became of a template that could be read before.
func (o Options) compare(t *Template, p *trio, w *walker) {
	both := p[pairing.From] != nil && p[pairing.To] != nil
	if !both && o.Base == nil {
		t.Status = statusOf(p[pairing.From], p[pairing.To])
		return
	}
	roots, comments, reason := p.open(&o)
	switch {
	case reason != "":
		t.Status, t.Reason = Unread, reason
	case both:
		w.suppressions = append(comments, o.Suppressions...)
		o.changes(t, roots, w)
	default:
		t.Verdict = judge(isOther(roots, pairing.From, w.hide), isOther(roots, pairing.To, w.hide), roots[pairing.From] != roots[pairing.To])
		t.Status = statusOf(roots.ends(t.Verdict))
	}
}

// changes finds the changes of a template that from and to have.
func (o Options) changes(t *Template, roots values, w *walker) {
	inBase := roots[pairing.Base] != nil
	if !inBase {
		roots[pairing.Base] = roots[pairing.From]
	}
	w.roots = roots
	w.walk(top(), roots)
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
		c.Lines = changedLines(c.Ends())
		if c.Verdict == Conflict {
			c.FromLines, c.ToLines = changedLines(c.Base, c.From), changedLines(c.Base, c.To)
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

// isOther reports whether a template that one side at most has is not on this side
// what it is in the base.
func isOther(roots values, side int, hide bool) bool {
	base, n := roots[pairing.Base], roots[side]
	if base == nil || n == nil {
		return base != n
	}
	w := walker{hide: hide, describer: describer{roots: values{base, base, n}}}
	w.walk(top(), w.roots)
	return len(w.changes) > 0
}

// isSuppressed reports whether a change is accepted: by a comment in a file of
// either side, or by the configuration.
func (w *walker) isSuppressed(t Template, c Change, o Options) bool {
	for _, place := range []string{t.From, t.To} {
		target := suppression.Target{Name: c.ID, File: place, Template: t.Name, Path: c.Path}
		if o.Path != nil {
			target.File = o.Path(place)
		}
		if o.Environment != nil {
			target.Environment = o.Environment(place)
		}
		if slices.ContainsFunc(w.suppressions, func(s *suppression.Suppression) bool { return s.Accepts(target, o.Now) }) {
			return true
		}
	}
	return false
}

// open reads the template on each side, and what comments in its files accept; the
// reason says why that is not possible.
func (t *trio) open(o *Options) (roots values, comments []*suppression.Suppression, reason string) {
	for i, e := range t {
		if e == nil {
			continue
		}
		root, accepted, why := e.open(o)
		roots[i], comments = root, append(comments, accepted...)
		reason = join("; ", reason, why)
	}
	return roots, comments, reason
}
