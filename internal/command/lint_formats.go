package command

import (
	"io"

	"saejob/internal/console"
	"saejob/internal/report"
	"saejob/internal/severity"
	"saejob/internal/workspace"
	"saejob/lint"
)

// lintFormats are those of lint's reports.
var lintFormats = []string{"text", "json", "sarif", "junit", "github", "gitlab", "markdown"}

// formats says how each report is written.
func (c *lintCmd) formats(con *console.Console, w *workspace.Workspace, r lint.Result) map[string]func(io.Writer) error {
	failing, _ := severity.Parse(c.FailOn)
	return map[string]func(io.Writer) error{
		"text": func(out io.Writer) error { return report.LintText(out, r, style(con)) },
		"json": func(out io.Writer) error { return report.LintJSON(out, r) },
		"sarif": func(out io.Writer) error {
			return report.LintSARIF(out, r, report.Run{Version: version(), Category: c.category(w)})
		},
		"junit":    func(out io.Writer) error { return report.LintJUnit(out, r, failing) },
		"github":   func(out io.Writer) error { return report.LintGitHub(out, r) },
		"gitlab":   func(out io.Writer) error { return report.LintGitLab(out, r) },
		"markdown": func(out io.Writer) error { return report.LintMarkdown(out, r, report.MarkdownBudget) },
	}
}

// category tells the reports about different environments apart.
func (c *lintCmd) category(w *workspace.Workspace) string {
	if len(c.Sources) == 1 {
		if e, ok := w.EnvironmentOf(c.Sources[0]); ok {
			return "saejob/lint/" + e.Name
		}
	}
	return "saejob/lint"
}
