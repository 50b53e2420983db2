package command

import (
	"io"

	"saejob/diff"
	"saejob/internal/report"
)

// diffFormats are those of reports about changes.
var diffFormats = []string{"text", "json", "github", "markdown", "html"}

// reportDiff writes the reports about changes, and says how the run ends.
func (a *app) reportDiff(outputs []report.Output, r diff.Result, failOn string) error {
	if err := a.emit(outputs, map[string]func(io.Writer) error{
		"text":     func(w io.Writer) error { return report.DiffText(w, r, a.style()) },
		"json":     func(w io.Writer) error { return report.DiffJSON(w, r) },
		"github":   func(w io.Writer) error { return report.DiffGitHub(w, r) },
		"markdown": func(w io.Writer) error { return report.DiffMarkdown(w, r, report.MarkdownBudget) },
		"html":     func(w io.Writer) error { return report.DiffHTML(w, r) },
	}); err != nil {
		return err
	}
	if !r.Complete {
		a.raise(incomplete)
	}
	if r.Reaches(failOn) {
		a.raise(found)
	}
	a.say("%s", r.SummaryLine())
	return nil
}
