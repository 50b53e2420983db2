package report

import (
	"io"

	"saejob/internal/inert"
	"saejob/lint"
)

// LintGitHub writes findings as workflow commands: GitHub shows them at their
// lines. Of each level it shows the first ten of a step and drops the rest, so
// these are written as the lines of the text report, into the log, and a last
// command says how many they are. Suppressed findings are left out.
func LintGitHub(w io.Writer, r lint.Result) error {
	g := newGitHub()
	for _, u := range r.Unread {
		g.say("error", []string{"file", r.Path(u.Place), "title", "saejob: unread"}, u.Err.Error(), inert.Line(u.Place)+": unread: "+inert.Line(u.Err.Error()))
	}
	withOmitted(&r, func(f *lint.Finding) {
		if !f.Suppressed() {
			g.say(githubLevel(f.Severity), append(githubPlace(r.Path(f.File), f.At), "title", "saejob: "+f.Rule), f.Message+" ["+f.Rule+"]", headline(f, Style{}))
		}
	})
	return g.write(w, "findings")
}
