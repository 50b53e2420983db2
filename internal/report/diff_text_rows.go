package report

import (
	"strings"

	"github.com/mattn/go-runewidth"

	"saejob/diff"
	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/internal/text"
)

// row is a change as columns.
type row struct {
	mark, path  string
	value, note string
	// below are lines for what does not fit into a column.
	below []string
	paint func(string) string
	loud  func(string) string
}

// The widest path and the widest value that others are aligned with.
const (
	maxPath  = 44
	maxValue = 40
)

// writeRows writes the changes of a template in columns.
func writeRows(b *strings.Builder, changes []diff.Change, style Style) {
	rows := make([]row, len(changes))
	pathWidth, valueWidth := 0, 0
	for i, c := range changes {
		rows[i] = newRow(c, style)
		if n := width(rows[i].path); n <= maxPath {
			pathWidth = max(pathWidth, n)
		}
		if n := width(rows[i].value); n <= maxValue && rows[i].note != "" {
			valueWidth = max(valueWidth, n)
		}
	}
	for _, r := range rows {
		line := r.paint(r.mark) + " " + r.paint(r.path)
		if r.value != "" || r.note != "" {
			line += padding(r.path, pathWidth) + r.value
		}
		if r.note != "" {
			line += padding(r.value, valueWidth) + r.loud(r.note)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
		for _, below := range r.below {
			b.WriteString("    " + below + "\n")
		}
	}
}

func newRow(c diff.Change, style Style) row {
	r := row{mark: " ", path: inert.Line(clip(c.Path.String())), note: note(c), paint: plainly, loud: style.Faint}
	switch c.Severity {
	case severity.Error:
		r.loud = style.Error
	case severity.Warning:
		r.loud = style.Warning
	}
	switch c.Kind {
	case diff.Added:
		r.mark, r.paint = "+", style.Added
	case diff.Removed:
		r.mark, r.paint = "-", style.Removed
	}
	r.value, r.below = values(c, style)
	return r
}

// note returns who changed the value, and what that means.
func note(c diff.Change) string {
	meaning := inert.Line(c.Meaning)
	if c.Verdict == "" {
		return meaning
	}
	said := string(c.Verdict)
	if c.Verdict == diff.Conflict && c.ID != "order-changed" && !hasSides(c) {
		said += ", was " + was(c.Base)
	}
	if meaning != "" {
		said += "; " + meaning
	}
	return said
}

// was returns what was in the base, where neither side has it.
func was(base *job.Node) string {
	if base == nil {
		return "not set"
	}
	return text.Cut(flow(base), maxValue)
}

func plainly(text string) string { return text }

// columnGap is between two columns.
const columnGap = "   "

func padding(text string, to int) string {
	return strings.Repeat(" ", max(0, to-width(text))) + columnGap
}

// width is how many columns of a terminal a text takes. That of characters that
// are ambiguous does not depend on the environment: reports are alike everywhere.
func width(text string) int {
	return (&runewidth.Condition{StrictEmojiNeutral: true}).StringWidth(text)
}
