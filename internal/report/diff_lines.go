package report

import (
	"slices"
	"strings"

	"saejob/diff"
	"saejob/internal/text"
)

const (
	// maxInline is the widest value that is shown in its column.
	maxInline = 80
	// maxLines is how many lines of a value are shown.
	maxLines = 60
	// context is how many lines that are the same are shown beside one that is
	// not.
	context = 2
	// maxLine is the longest line, in bytes, that is shown whole. Of a longer one,
	// contextText characters are shown on each side of what is not the same.
	maxLine     = 120
	contextText = 24
)

// values returns the values of a change: in one line, or as lines below.
func values(c diff.Change, style Style) (line string, below []string) {
	if hasSides(c) {
		return "", sides(c, style)
	}
	if c.Lines != nil {
		return "", changedLines(c.Lines, style)
	}
	before, after := c.Ends()
	switch {
	case before == nil:
		line = inline(after, c.Key)
	case after == nil:
		line = inline(before, c.Key)
	default:
		line = flow(before) + " → " + flow(after)
	}
	if !isLong(line, maxInline) {
		return line, nil
	}
	if c.ID == "order-changed" {
		return "", nil // the keys that both have would say little
	}
	if before != nil {
		below = marked("- ", block(before), style.Removed)
	}
	if after != nil {
		below = append(below, marked("+ ", block(after), style.Added)...)
	}
	return "", below
}

// marked puts a mark before lines, and cuts what is too long to be read.
func marked(mark string, lines []string, paint func(string) string) []string {
	more := len(lines) - maxLines
	if more > 0 {
		lines = append(lines[:maxLines:maxLines], "… "+text.Count(more, "more line"))
	}
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = paint(mark + line)
	}
	return out
}

// changedLines shows what changed in a text, with a little of what did not.
func changedLines(lines []diff.Line, style Style) []string {
	near, breaks := nearChanges(lines), haveBreaks(lines)
	var out []string
	skipped := 0
	for i, l := range lines {
		if !near[i] {
			skipped++
			if i+1 == len(lines) || near[i+1] {
				out, skipped = append(out, style.Faint("… "+text.Count(skipped, "unchanged line"))), 0
			}
			continue
		}
		out = append(out, changedLine(l, breaks, style))
	}
	if more := len(out) - 2*maxLines; more > 0 {
		out = append(out[:2*maxLines], "… "+text.Count(more, "more line"))
	}
	return out
}

// nearChanges returns which lines are shown. A gap of one line is not worth a line
// that says so.
func nearChanges(lines []diff.Line) []bool {
	near := make([]bool, len(lines))
	for i, l := range lines {
		if l.Kind == diff.Unchanged {
			continue
		}
		for j := max(0, i-context); j <= min(len(lines)-1, i+context); j++ {
			near[j] = true
		}
	}
	for i := range near {
		if !near[i] && (i == 0 || near[i-1]) && (i+1 == len(near) || near[i+1]) {
			near[i] = true
		}
	}
	return near
}

// changedLine shows a line; breaks says that lines of this text end in one.
func changedLine(l diff.Line, breaks bool, style Style) string {
	mark, paint := "  ", plainly
	switch l.Kind {
	case diff.Removed:
		mark, paint = "- ", style.Removed
	case diff.Added:
		mark, paint = "+ ", style.Added
	}
	spans := shownSpans(l, maxLine)
	out := paint(mark + spans[0].Text)
	if len(spans) > 1 {
		out = paint(mark)
		for _, s := range spans {
			painted := paint(s.Text)
			if s.Changed {
				painted = style.Bold(painted)
			}
			out += painted
		}
	}
	if note := lastNote(l, breaks); note != "" {
		out += style.Faint(" (" + note + ")")
	}
	return out
}

// lastNote returns that a line has no line break, where that is something new.
func lastNote(l diff.Line, breaks bool) string {
	if !breaks || l.Kind == diff.Unchanged || strings.HasSuffix(lineText(l), "\n") {
		return ""
	}
	return "no line break at the end"
}

// haveBreaks reports whether lines of a text end in a line break.
func haveBreaks(lines []diff.Line) bool {
	return slices.ContainsFunc(lines, func(l diff.Line) bool { return strings.HasSuffix(lineText(l), "\n") })
}
