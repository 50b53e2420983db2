package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/mattn/go-runewidth"

	"saejob/diff"
	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/severity"
)

// DiffText writes changes for people: a block for each template that changed, a
// line for each that came, went or could not be read. Templates that are the
// same on both sides are left out.
func DiffText(w io.Writer, r diff.Result, style Style) error {
	names := map[string]int{}
	for _, t := range r.Templates {
		names[t.Name]++
	}
	var b strings.Builder
	after := diff.Unchanged
	for _, t := range r.Templates {
		if t.Status == diff.Unchanged {
			continue
		}
		if after == diff.Changed || after != diff.Unchanged && t.Status == diff.Changed {
			b.WriteByte('\n')
		}
		after = t.Status
		writeTemplate(&b, t, names[t.Name] > 1, style)
	}
	writeMappings(&b, r, style)
	_, err := io.WriteString(w, inert.BreakCommands(b.String()))
	return err
}

// writeMappings says which values stand for each other, and what is wrong with what
// the comparison goes by.
func writeMappings(b *strings.Builder, r diff.Result, style Style) {
	for i, m := range r.Mappings {
		if i == 0 {
			blankLine(b)
			b.WriteString(style.Bold("mapped") + "\n")
		}
		at := ""
		if len(m.Path) > 0 {
			at = style.Faint("   at " + inert.Line(m.Path.String()))
		}
		fmt.Fprintf(b, "  %3d × %s ↔ %s%s\n", m.Used, inert.Line(m.From), inert.Line(m.To), at)
	}
	for i, p := range r.Problems {
		if i == 0 {
			blankLine(b)
		}
		fmt.Fprintf(b, "%s %s %s %s\n", style.Bold(inert.Line(placeText(p.File, p.At))+":"),
			style.Warning("warning:"), inert.Line(p.Message), style.Faint("["+p.ID+"]"))
	}
}

func blankLine(b *strings.Builder) {
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
}

func writeTemplate(b *strings.Builder, t diff.Template, ambiguous bool, style Style) {
	title := style.Bold(title(t))
	if ambiguous && t.Namespace != "" {
		title += "   " + style.Faint(inert.Line(t.Namespace))
	}
	verdict := ""
	if t.Verdict != "" {
		verdict = columnGap + string(t.Verdict)
	}
	switch t.Status {
	case diff.Added:
		b.WriteString(style.Added("+") + " " + title + "   " + style.Faint("added: "+inert.Line(t.To)) + verdict + "\n")
	case diff.Removed:
		b.WriteString(style.Removed("-") + " " + title + "   " + style.Faint("removed: "+inert.Line(cmp.Or(t.From, t.Base))) + verdict + "\n")
	case diff.Unread:
		b.WriteString(style.Warning("?") + " " + title + "   " + style.Warning("unread:") + " " + inert.Line(t.Reason) + "\n")
	default:
		b.WriteString(title + "\n")
		writeRows(b, t.Changes, style)
	}
}

// title is what a template is called; one without a name goes by its place.
func title(t diff.Template) string {
	switch {
	case t.Name == "" && t.To != "":
		return word(t.To)
	case t.Name == "":
		return word(cmp.Or(t.From, t.Base))
	case t.Was != "":
		return word(t.Was) + " → " + word(t.Name)
	}
	return word(t.Name)
}

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

// note says who changed the value, and what that means.
func note(c diff.Change) string {
	meaning := inert.Line(c.Meaning)
	if c.Verdict == "" {
		return meaning
	}
	text := string(c.Verdict)
	if c.Verdict == diff.Conflict && c.ID != "order-changed" {
		if base := was(c.Base); base != "" {
			text += ", was " + base
		}
	}
	if meaning != "" {
		text += "; " + meaning
	}
	return text
}

// was says what was in the base, where neither side has it and it is short.
func was(base *job.Node) string {
	if base == nil {
		return "not set"
	}
	if text := flow(base); width(text) <= maxValue && !job.IsPlaceholder(base.Shown()) {
		return text
	}
	return ""
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
