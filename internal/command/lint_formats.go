package command

import (
	"io"

	"saejob/internal/report"
	"saejob/internal/severity"
	"saejob/lint"
)

// lintFormats are those of lint's reports.
var lintFormats = []string{"text", "json", "sarif", "junit", "github", "gitlab", "markdown"}

// formats says how each report is written.
func (c *lintCmd) formats(a *app, r lint.Result) map[string]func(io.Writer) error {
	failing, _ := severity.Parse(c.FailOn)
	return map[string]func(io.Writer) error{
		"text": func(w io.Writer) error { return report.LintText(w, r, a.style()) },
		"json": func(w io.Writer) error { return report.LintJSON(w, r) },
		"sarif": func(w io.Writer) error {
			return report.LintSARIF(w, r, report.Run{Version: version(), Category: c.category(a)})
		},
		"junit":    func(w io.Writer) error { return report.LintJUnit(w, r, failing) },
		"github":   func(w io.Writer) error { return report.LintGitHub(w, r) },
		"gitlab":   func(w io.Writer) error { return report.LintGitLab(w, r) },
		"markdown": func(w io.Writer) error { return report.LintMarkdown(w, r, report.MarkdownBudget) },
	}
}

// category tells the reports about different environments apart.
func (c *lintCmd) category(a *app) string {
	if len(c.Sources) == 1 && a.config != nil {
		if e, ok := environmentOf(a.config, c.Sources[0]); ok {
			return "saejob/lint/" + e.Name
		}
	}
	return "saejob/lint"
}
