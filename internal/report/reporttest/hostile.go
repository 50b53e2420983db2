package reporttest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"

	"saejob/diff"
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/internal/suppression"
	"saejob/internal/trial"
	"saejob/lint"
)

// lead is how hostile texts begin: the commands of CI systems, and what acts in
// Markdown, HTML, XML or a viewer of SARIF.
var lead = []string{
	"", "::error file=a,line=1::b", "::set-output name=a::b", "::stop-commands::x", "##[group]x", "##vso[task.setvariable variable=a]b", "##teamcity[x a='b']",
	"section_start:1:a[collapsed=true]\r\x1b[0Kx", "%0A::error::x", "%25", "</failure>", "]]>", "<script>alert(1)</script>", "&amp;", "&#10;", "<!-- x", "-->",
	"[a](http://example.com)", "](", "![a](b)", "<http://example.com>", "https://example.com/a", "www.example.com", "@somebody", "#123", "org/repo#1", "a@example.com",
	"| a | b |", `\|`, `\\|`, `a\`, "`", "``` a", "``", "~~~", "- [ ] a", "# a", "<details>", ":tada:", "$a$", "{0}", "\ufffe", "\uffff", "\v", "\f",
}

// Line returns a hostile text of one line, mostly.
func Line(g *rand.Rand) string {
	return strings.ToValidUTF8(lead[g.IntN(len(lead))]+trial.HostileText(g)+lead[g.IntN(len(lead))], "")
}

// Lint is a result of lint that says the same hostile text everywhere.
func Lint(g *rand.Rand, text string) lint.Result {
	finding := lint.Finding{
		Rule: "yaml", Severity: severity.Severity(1 + g.IntN(3)), File: text, Message: text, Path: text, Help: text,
		At:       job.Range{Line: 1, Column: 1, EndLine: 1, EndColumn: 2},
		Template: job.Identity{Name: text, AppID: text, NamespaceID: text}, Fingerprint: "0", LineHash: "0:1",
		Snippet: lint.Snippet{Line: text, Column: 1 + g.IntN(4), Width: 1 + g.IntN(4)},
	}
	accepted := finding
	accepted.Suppression = &suppression.Suppression{Reason: text, InSource: true}
	return lint.Result{
		Judged: []string{text, "clean" + text}, Findings: []lint.Finding{finding, accepted},
		Unread: []lint.Unread{{Place: text, Err: errors.New(text)}},
	}
}

func valid(g *rand.Rand) string { return strings.ToValidUTF8(trial.HostileText(g), "") }

// Diff is a result of diff that is hostile everywhere.
func Diff(g *rand.Rand) diff.Result {
	some := func() *job.Node {
		if g.IntN(3) == 0 {
			return Text(Line(g))
		}
		return Text(strings.ToValidUTF8(trial.HostileText(g), "?") + strings.Repeat("\n"+trial.HostilePart(g), g.IntN(3)))
	}
	template := func() *job.Template {
		return &job.Template{Root: Structure(map[string]*job.Node{
			"AppName": some(), "AppId": some(), "NamespaceId": some(), "PhpConfig": some(), "Command": some(),
			"Envs":            List(Structure(map[string]*job.Node{"name": some(), "value": some()})),
			"CommandArgs":     List(some(), some()),
			"Tags":            List(Structure(map[string]*job.Node{"Key": some(), some().Text: some()})),
			some().Text + "x": some(),
			"y" + some().Text: List(some(), Structure(map[string]*job.Node{some().Text: some()})),
			valid(g) + "::":   Structure(map[string]*job.Node{some().Text: some()}),
		})}
	}
	from, to := Snapshot(valid(g), template(), template()), Snapshot(trial.HostileText(g), template(), template())
	if g.IntN(3) == 0 {
		from.Refs[0].Open = func() (job.Document, error) { return job.Document{}, fmt.Errorf("%s", trial.HostileText(g)) }
	}
	r := diff.Compare(from, to, diff.Options{Key: secret.RandomKey(), ShowHidden: true})
	r.Problems = []diff.Problem{{ID: "mapping-unused", File: Line(g), At: job.Range{Line: 1, Column: 1}, Message: Line(g)}}
	return r
}
