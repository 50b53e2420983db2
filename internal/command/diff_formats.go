package command

import (
	"io"

	"saejob/diff"
	"saejob/internal/console"
	"saejob/internal/report"
)

// diffFormats are those of reports about changes.
var diffFormats = []string{"text", "json", "github", "markdown", "html"}

// reportDiff writes the reports about changes, and says how the run ends.
func reportDiff(con *console.Console, outputs []report.Output, r diff.Result, failOn string) error {
	if err := writeReports(con, outputs, map[string]func(io.Writer) error{
		"text":     func(w io.Writer) error { return report.DiffText(w, r, style(con)) },
		"json":     func(w io.Writer) error { return report.DiffJSON(w, r) },
		"github":   func(w io.Writer) error { return report.DiffGitHub(w, r) },
		"markdown": func(w io.Writer) error { return report.DiffMarkdown(w, r, report.MarkdownBudget) },
		"html":     func(w io.Writer) error { return report.DiffHTML(w, r) },
	}); err != nil {
		return err
	}
	if !r.Complete {
		con.Raise(console.Incomplete)
	}
	if r.Reaches(failOn) {
		con.Raise(console.Found)
	}
	con.Say("%s", r.SummaryLine())
	return nil
}
