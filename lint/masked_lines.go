package lint

import (
	"slices"
	"strings"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/secret"
	"saejob/internal/text"
)

// maskedLines shows lines of a file without what is secret in them, and without their
// comments: a comment may say anything.
type maskedLines struct {
	text   []string
	hidden map[int][]cover
}

// bom is what some editors put before a text; it is no part of the first line.
const bom = "\ufeff"

// cover is a stretch of a line, in columns, that is shown as something else.
type cover struct {
	from, to int
	as       string
}

func newMaskedLines(text []byte) *maskedLines {
	return &maskedLines{text: job.Lines(text), hidden: map[int][]cover{}}
}

// hide notes what of a template's file is not to be shown.
func (l *maskedLines) hide(t *job.Template) {
	t.Walk(func(_ *job.At, e *job.Entry, _ *plan.Field) bool {
		l.cutTrail(e)
		return l.hideIn(e, allSecrets)
	})
}

// hiding decides which values are not shown, and what is shown instead.
type hiding struct {
	hides func(*job.Node) bool
	as    func(*job.Node) string
}

// allSecrets hides what is marked. A placeholder for what was there, as of a live
// template, is shown as it stands.
var allSecrets = hiding{func(n *job.Node) bool { return len(n.Secrets) > 0 && (n.Kind >= job.List || n.Shown() != n.Text) }, shown}

// hideIn covers what is to be hidden of an entry, and reports whether there may be
// more below it.
func (l *maskedLines) hideIn(e *job.Entry, h hiding) bool {
	n := e.Value
	if secret.Mask(e.Key) != e.Key {
		l.cover(e.KeyRange, job.Redacted)
	}
	switch {
	case n.Kind == job.Unreadable:
		l.cover(n.Range, "…")
	case len(n.Entries) == 0 && h.hides(n):
		l.cover(n.Range, h.as(n))
	case isText(n) && h.within(n):
		l.cover(n.Range, job.Redacted)
		return false
	}
	return true
}

func (h hiding) within(n *job.Node) bool {
	return h.hides(n) || slices.ContainsFunc(n.Entries, func(e *job.Entry) bool {
		return secret.Mask(e.Key) != e.Key || h.within(e.Value)
	})
}

// isText reports whether a structure stands in the file as JSON text.
func isText(n *job.Node) bool {
	return n.Text != "" && (n.Kind == job.List || n.Kind == job.Object)
}

// shown returns a marked scalar as it could stand in a line.
func shown(n *job.Node) string {
	s := n.Shown()
	if job.IsPlaceholder(s) || strings.IndexFunc(s, text.Invisible) < 0 {
		return s
	}
	return text.Quote(s)
}

// cover notes that a range is shown as something else: in whole on its first
// line, as a placeholder on each further one.
func (l *maskedLines) cover(r job.Range, as string) {
	if r.Line == r.EndLine {
		l.hidden[r.Line] = append(l.hidden[r.Line], cover{r.Column, r.EndColumn, as})
		return
	}
	const end = 1 << 30
	l.hidden[r.Line] = append(l.hidden[r.Line], cover{r.Column, end, job.Redacted})
	for line := r.Line + 1; line <= r.EndLine; line++ {
		l.hidden[line] = append(l.hidden[line], cover{1, end, job.Redacted})
	}
}

// cutTrail takes the comment after an entry off its line. Where it is not found
// as it should be, the lines of the entry are not shown at all.
func (l *maskedLines) cutTrail(e *job.Entry) {
	if e.Trail == "" {
		return
	}
	n := e.Value
	for _, line := range []int{n.Range.EndLine, n.Range.Line, e.KeyRange.Line} {
		if line < 1 || line > len(l.text) {
			continue
		}
		if cut, ok := strings.CutSuffix(l.text[line-1], e.Trail); ok {
			l.text[line-1] = cut
			return
		}
	}
	for line := max(1, min(n.Range.Line, e.KeyRange.Line)); line <= min(len(l.text), n.Range.EndLine+1); line++ {
		l.text[line-1] = ""
	}
}

// cutFrom takes what follows a place that was refused off its line, and the lines
// below that are further in: they are in no tree, so nobody knows what is secret there.
func (l *maskedLines) cutFrom(r job.Range) {
	if r.Line < 1 || r.Line > len(l.text) {
		return
	}
	const end = 1 << 30
	l.hidden[r.Line] = append(l.hidden[r.Line], cover{max(1, r.EndColumn), end, "…"})
	depth := indent(l.text[r.Line-1])
	for line := r.Line + 1; line <= len(l.text) && (indent(l.text[line-1]) > depth || strings.TrimSpace(l.text[line-1]) == ""); line++ {
		l.hidden[line] = append(l.hidden[line], cover{1, end, "…"})
	}
}

func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t-")) }
