package report

import (
	"io"
	"strings"

	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/plan"
)

// Flat writes a template with a line for each value, which begins with its path:
// what a comparison by lines needs to show changes by structure. Placeholders
// stand for secrets, comments keep their place; what is secret in these, and in names, is
// for mask to hide. It reports whether all is shown: two templates that are, and have
// the same text, are the same.
func Flat(w io.Writer, t *job.Template, mask func(string) string) (whole bool, err error) {
	f := &flat{mask: mask, whole: true}
	t.Walk(func(at *job.At, e *job.Entry, field *plan.Field) bool {
		p := at.Path()
		f.comments(e.Lead)
		f.secrets(e.Value)
		if e.Value == f.said {
			f.behind(p, e)
			return false
		}
		f.said = nil
		if field != nil && field.Key != "" && p[len(p)-1].Kind == job.KeyStep && len(e.Value.Entries) > 1 {
			f.said = e.Value.Member(field.Key).Value
		}
		f.behind(p, e)
		return f.value(p, e.Value)
	})
	f.comments(t.Tail)
	out := inert.BreakCommands(f.String())
	_, err = io.WriteString(w, out)
	return f.whole && out == f.String(), err
}

type flat struct {
	strings.Builder
	mask func(string) string
	// said is the key of an item that has more: the path says it already.
	said *job.Node
	// whole: nothing was hidden or written otherwise so far.
	whole bool
}

func (f *flat) line(parts ...string) {
	for _, part := range parts {
		f.WriteString(part)
	}
	f.WriteByte('\n')
}

// inert makes a text inert, and notes where that changes it.
func (f *flat) inert(text string) string {
	safe := inert.Line(text)
	f.whole = f.whole && safe == text
	return safe
}

// masked is inert for a text that may hold secrets.
func (f *flat) masked(text string) string {
	masked := f.mask(text)
	f.whole = f.whole && masked == text
	return f.inert(masked)
}

func (f *flat) comments(lines []string) {
	for _, line := range lines {
		if comment := f.trimmed(line); comment != "" {
			f.line(f.masked(comment))
		}
	}
}

// trimmed returns a comment without the blanks around it, and notes where some are lost
// that end it: those before it are of its place.
func (f *flat) trimmed(comment string) string {
	text := strings.TrimSpace(comment)
	f.whole = f.whole && (text == "" || strings.HasSuffix(comment, text))
	return text
}

// behind writes the comments behind and below an entry, with the path: they are others
// than the same ones above.
func (f *flat) behind(p job.Path, e *job.Entry) {
	f.beside(p, "  ", e.Trail)
	for _, comment := range e.Foot {
		f.beside(p, " below  ", comment)
	}
}

func (f *flat) beside(p job.Path, where, comment string) {
	if comment = f.trimmed(comment); comment != "" {
		f.line(f.masked(p.String()), where, f.masked(comment))
	}
}

// secrets notes that a secret is in the file itself: a placeholder in another file
// can look like what is shown for it.
func (f *flat) secrets(n *job.Node) {
	if len(n.Secrets) > 0 && (n.Kind >= job.List || n.Shown() != n.Text) || n.Kind == job.Unreadable {
		f.whole = false
	}
}

// value writes a scalar, or what is said whole of a structure, and tells whether
// there is more below.
func (f *flat) value(p job.Path, n *job.Node) bool {
	at := f.masked(p.String())
	switch {
	case n.Kind >= job.List && len(n.Secrets) == 0 && len(n.Entries) > 0:
		return true
	case n.Kind == job.String && strings.Contains(n.Shown(), "\n"):
		lines := strings.Split(n.Shown(), "\n")
		if last := len(lines) - 1; lines[last] == "" {
			f.line(at, ":")
			lines = lines[:last]
		} else {
			f.line(at, ": |-")
		}
		for _, line := range lines {
			f.line("  ", f.inert(line))
		}
	case n.Kind == job.String:
		f.line(at, ": ", f.inert(job.Scalar(n.Shown())))
	default:
		f.line(at, ": ", f.inert(string(n.JSON())))
	}
	return false
}
