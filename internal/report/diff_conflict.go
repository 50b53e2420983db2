package report

import (
	"strings"

	"saejob/diff"
	"saejob/internal/job"
)

// baseName is what reports call the source that both sides come from.
const baseName = "base"

// hasSides reports whether a conflict is shown as what each side made of the value in
// the base: one of the three values is too long to stand in a column.
func hasSides(c diff.Change) bool {
	if c.Verdict != diff.Conflict || c.Base == nil || c.ID == "order-changed" {
		return false
	}
	if c.Lines != nil || c.FromLines != nil || c.ToLines != nil || isLong(flow(c.Base), maxValue) {
		return true
	}
	line := ""
	for _, n := range []*job.Node{c.From, c.To} {
		if n != nil {
			line += flow(n) + " → "
		}
	}
	return isLong(line, maxInline+len(" → "))
}

// isLong reports whether a value is too long for a column.
func isLong(line string, most int) bool { return width(line) > most || strings.Contains(line, `\n`) }

// sides shows what each side made of the value in the base.
func sides(c diff.Change, style Style) []string {
	var out []string
	for _, s := range []struct {
		name  string
		value *job.Node
		lines []diff.Line
	}{{"FROM", c.From, c.FromLines}, {"TO", c.To, c.ToLines}} {
		head := baseName + " → " + s.name + ":"
		switch {
		case s.value == nil:
			out = append(out, head+" removed")
			continue
		case s.lines != nil:
			out = append(append(out, head), changedLines(s.lines, style)...)
			continue
		}
		out = append(append(out, head), marked("- ", block(c.Base), style.Removed)...)
		out = append(out, marked("+ ", block(s.value), style.Added)...)
	}
	return out
}
