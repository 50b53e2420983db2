package report

import (
	"strings"

	"saejob/diff"
	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/text"
)

// maxPageLines is how many lines of a value are shown on a page.
const maxPageLines = 1000

// changeView is a change on the page: two values side by side, or the lines of a
// text.
type changeView struct {
	Path, Severity, Meaning, About, Find string
	// Base is what the value was, where neither side has that.
	Base     string
	Kind     diff.Status
	Verdict  diff.Verdict
	From, To valueView
	Lines    []linePair
}

// valueView is a value as lines; none where it is not set. Note says where it is
// from, if not from where it stands; More, how many lines are left out.
type valueView struct {
	Kind       diff.Status
	Note, More string
	Lines      []string
}

func newChangeView(c diff.Change) changeView {
	v := changeView{
		Path: inert.Line(clip(c.Path.String())), Severity: c.Severity.String(), Meaning: inert.Line(c.Meaning), About: inert.Line(c.About),
		Kind: c.Kind, Verdict: c.Verdict,
	}
	v.Find = strings.Join([]string{inert.Line(c.Path.String()), c.ID, string(c.Verdict)}, " ")
	if c.Verdict == diff.Conflict && c.ID != "order-changed" {
		v.Base = was(c.Base)
	}
	if c.Lines != nil {
		v.Lines = sideBySide(c.Lines)
		return v
	}
	before, after := c.Ends()
	v.From, v.To = newValueView(before, c, diff.Removed), newValueView(after, c, diff.Added)
	if c.Verdict == diff.Converged {
		v.From.Note, v.To.Note = "before", "on both sides"
	}
	return v
}

func newValueView(n *job.Node, c diff.Change, kind diff.Status) valueView {
	if n == nil {
		return valueView{}
	}
	line := oneLine(n, c)
	v := valueView{Kind: kind, Lines: []string{line}}
	if width(line) > maxInline || strings.Contains(line, `\n`) {
		v.Lines = block(n.View())
	}
	if more := len(v.Lines) - maxPageLines; more > 0 {
		v.Lines, v.More = v.Lines[:maxPageLines], text.Count(more, "more line")
	}
	return v
}

// oneLine returns a value of a change in a line.
func oneLine(n *job.Node, c diff.Change) string {
	if c.Kind == diff.Changed {
		return flow(n.View())
	}
	return inline(n, c.Key)
}
