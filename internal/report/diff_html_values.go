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

// changeView is a change on the page: two values side by side, or the lines of texts.
// Of a conflict, three values, or what each side made of the lines in the base.
type changeView struct {
	Path, Severity, Meaning, About, Find string
	Kind                                 diff.Status
	Verdict                              diff.Verdict
	Base, From, To                       valueView
	Texts                                []textView
}

// textView is the lines of a text side by side; From and To name the sides, where they
// are not those of the page.
type textView struct {
	From, To string
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
	before, after := names(c.Verdict)
	switch {
	case c.FromLines != nil && c.ToLines != nil:
		v.Texts = []textView{{baseName, "FROM", sideBySide(c.FromLines)}, {baseName, "TO", sideBySide(c.ToLines)}}
	case c.Verdict == diff.Conflict && c.ID != "order-changed":
		v.Base, v.From, v.To = newValueView(c.Base, c, ""), newValueView(c.From, c, ""), newValueView(c.To, c, "")
		v.Base.Note, v.From.Note, v.To.Note = baseName, "FROM", "TO"
	case c.Lines != nil:
		v.Texts = []textView{{before, after, sideBySide(c.Lines)}}
	default:
		was, is := c.Ends()
		v.From, v.To = newValueView(was, c, diff.Removed), newValueView(is, c, diff.Added)
		v.From.Note, v.To.Note = before, after
	}
	return v
}

// names returns what a change with a verdict leads from and to.
func names(v diff.Verdict) (before, after string) {
	switch v {
	case diff.Pending:
		return baseName, "FROM"
	case diff.Drift:
		return baseName, "TO"
	case diff.Conflict:
		return "FROM", "TO"
	case diff.Converged:
		return baseName, "FROM and TO"
	}
	return "", ""
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
