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
// for mask to hide.
func Flat(w io.Writer, t *job.Template, mask func(string) string) error {
	f := &flat{mask: mask}
	t.Walk(func(p job.Path, e *job.Entry, field *plan.Field) bool {
		f.comments(e.Lead)
		f.comments([]string{e.Trail})
		f.comments(e.Foot)
		if e.Value == f.said {
			return false
		}
		f.said = nil
		if field != nil && field.Key != "" && p[len(p)-1].Kind == job.KeyStep && len(e.Value.Entries) > 1 {
			f.said = e.Value.Member(field.Key).Value
		}
		return f.value(p, e.Value)
	})
	f.comments(t.Tail)
	_, err := io.WriteString(w, inert.BreakCommands(f.String()))
	return err
}

type flat struct {
	strings.Builder
	mask func(string) string
	// said is the key of an item that has more: the path says it already.
	said *job.Node
}

func (f *flat) line(parts ...string) {
	for _, part := range parts {
		f.WriteString(part)
	}
	f.WriteByte('\n')
}

func (f *flat) comments(lines []string) {
	for _, line := range lines {
		if line = strings.TrimSpace(line); line != "" {
			f.line(inert.Line(f.mask(line)))
		}
	}
}

// value writes a scalar, or what is said whole of a structure, and tells whether
// there is more below.
func (f *flat) value(p job.Path, n *job.Node) bool {
	at := inert.Line(f.mask(p.String()))
	switch {
	case n.Kind >= job.List && len(n.Secrets) == 0 && len(n.Entries) > 0:
		return true
	case n.Kind == job.String && strings.Contains(n.Shown(), "\n"):
		f.line(at, ":")
		for _, line := range strings.Split(strings.TrimSuffix(n.Shown(), "\n"), "\n") {
			f.line("  ", inert.Line(line))
		}
	case n.Kind == job.String:
		f.line(at, ": ", inert.Line(job.Scalar(n.Shown())))
	default:
		f.line(at, ": ", inert.Line(string(n.JSON())))
	}
	return false
}
