package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"saejob/diff"
	"saejob/internal/inert"
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
	for i, words := range verdictWords(r) {
		if i == 0 {
			blankLine(&b)
		}
		b.WriteString(style.Faint(words) + "\n")
	}
	writeMappings(&b, r, style)
	_, err := io.WriteString(w, inert.BreakCommands(b.String()))
	return err
}

// writeMappings writes which values stand for each other, and what is wrong with what
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
		b.WriteString(style.Added("+") + " " + title + "   " + style.Faint("added: "+inert.Line(cmp.Or(t.To, t.From))) + verdict + "\n")
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
