package report

import (
	"saejob/diff"
	"saejob/internal/text"
)

// maxPageLine is the longest line, in bytes, that is shown whole where only a part
// of it changed.
const maxPageLine = 2000

// linePair is a line of a text on either side, or a Note in their place.
type linePair struct {
	From, To lineView
	Note     string
}

// lineView is a line of a text; the zero lineView stands beside one that the
// other side alone has.
type lineView struct {
	Number int
	Kind   diff.Status
	Spans  []diff.Span
	Note   string
}

// sideBySide puts the lines that took each other's place beside each other, and
// leaves out most of those that are the same.
func sideBySide(lines []diff.Line) []linePair {
	near, breaks := nearChanges(lines), haveBreaks(lines)
	var c columns
	skipped := 0
	for i, l := range lines {
		switch view := (lineView{Kind: l.Kind, Spans: shownSpans(l, maxPageLine), Note: lastNote(l, breaks)}); {
		case l.Kind == diff.Removed:
			c.left = append(c.left, view)
		case l.Kind == diff.Added:
			c.right = append(c.right, view)
		case near[i]:
			c.level()
			c.left, c.right = append(c.left, view), append(c.right, view)
			c.level()
		default:
			c.level()
			c.from, c.to, skipped = c.from+1, c.to+1, skipped+1
			if i+1 == len(lines) || near[i+1] {
				c.pairs, skipped = append(c.pairs, linePair{Note: text.Count(skipped, "unchanged line")}), 0
			}
		}
	}
	c.level()
	if more := len(c.pairs) - maxPageLines; more > 0 {
		c.pairs = append(c.pairs[:maxPageLines], linePair{Note: text.Count(more, "more line")})
	}
	return c.pairs
}

// columns collects two columns of lines.
type columns struct {
	pairs []linePair
	// left and right are not paired yet.
	left, right []lineView
	// from and to are how many lines either side has had.
	from, to int
}

// level pairs the lines that are not: there are no more to come beside them.
func (c *columns) level() {
	for i := range max(len(c.left), len(c.right)) {
		var p linePair
		if i < len(c.left) {
			c.from++
			p.From = c.left[i]
			p.From.Number = c.from
		}
		if i < len(c.right) {
			c.to++
			p.To = c.right[i]
			p.To.Number = c.to
		}
		c.pairs = append(c.pairs, p)
	}
	c.left, c.right = nil, nil
}
