package report_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"saejob/diff"
	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/report/reporttest"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

// TestDiffIsInert: whatever a template or a place holds, no line of a report is
// a command, and nothing in it acts on a terminal.
func TestDiffIsInert(t *testing.T) {
	g := rand.New(rand.NewPCG(3, 1))
	for range trial.Cases(5000, 100) {
		r := reporttest.Diff(g)
		var plain, colored, structured, page, github, markdown bytes.Buffer
		if report.DiffText(&plain, r, report.Style{}) != nil || report.DiffText(&colored, r, report.Style{Color: true}) != nil ||
			report.DiffJSON(&structured, r) != nil || report.DiffHTML(&page, r) != nil ||
			report.DiffGitHub(&github, r) != nil || report.DiffMarkdown(&markdown, r, report.MarkdownBudget) != nil {
			t.Fatal("not written")
		}
		inertForGitHubDiff(t, github.String(), r)
		trial.MustBeInert(t, markdown.String())
		trial.MustBeInert(t, page.String())
		inertPage(t, page.String())
		trial.MustBeInert(t, plain.String())
		trial.MustBeInert(t, uncolored(t, colored.String(), "|"))
		trial.MustBeInert(t, structured.String())
		if !json.Valid(structured.Bytes()) || unbroken(uncolored(t, colored.String(), "")) != unbroken(plain.String()) {
			t.Fatal("the reports are not of one piece")
		}
	}
}

// unbroken undoes what breaks commands: color codes break them, too.
func unbroken(text string) string {
	return strings.NewReplacer(`\u{23}`, "#", `\u{3a}`, ":").Replace(text)
}

// uncolored puts something in the place of our own color codes; no line may lack
// its end.
func uncolored(t *testing.T, text, instead string) string {
	t.Helper()
	for _, line := range strings.Split(text, "\n") {
		if strings.Count(line, "\x1b[") != 2*strings.Count(line, "\x1b[0m") {
			t.Fatalf("color runs on behind %q", line)
		}
	}
	for _, code := range []string{"0", "1", "2", "31", "32", "1;31", "1;33", "1;36", "1;32"} {
		text = strings.ReplaceAll(text, "\x1b["+code+"m", instead)
	}
	return text
}

// TestDiffHidesSecrets puts a canary into each kind of place where a secret may
// be, on either side, and looks for it in every report.
func TestDiffHidesSecrets(t *testing.T) {
	canary := "Canary0dead0beef0"
	places := map[string]func(string) *job.Node{
		"OssAkSecret": reporttest.Text,
		"OssAkId":     reporttest.Text,
		"Envs": func(s string) *job.Node {
			return reporttest.List(reporttest.Structure(map[string]*job.Node{"name": reporttest.Text("DB_PASSWORD"), "value": reporttest.Text(s)}))
		},
		"PackageUrl": func(s string) *job.Node { return reporttest.Text("https://user:" + s + "@example.com/a?x=1") },
		"PublicWebHookUrls": func(s string) *job.Node {
			return reporttest.List(reporttest.Text("http://1.example/webhook?token=" + s))
		},
		"PhpConfig": func(s string) *job.Node {
			return reporttest.Text("a = 1\nmysqli.default_pw = x\npassword = " + s + "\nb = 2\n")
		},
		"JarStartArgs": func(s string) *job.Node { return reporttest.Text(strings.Repeat("--x=y ", 20) + "--password=" + s) },
		"Unknown": func(s string) *job.Node {
			return reporttest.Structure(map[string]*job.Node{"clientSecret": reporttest.Text(s)})
		},
		"Other": func(s string) *job.Node {
			return reporttest.List(reporttest.Text("Authorization: Bearer " + s + s + s))
		},
		"Tags": func(s string) *job.Node {
			return reporttest.List(reporttest.Structure(map[string]*job.Node{"Key": reporttest.Text("https://u:" + s + "@h/"), "Value": reporttest.Text("x")}),
				reporttest.Structure(map[string]*job.Node{"Key": reporttest.Text("https://u:" + s + "2@h/"), "Value": reporttest.Text("y")}))
		},
		"CustomHostAlias": func(s string) *job.Node {
			return reporttest.List(reporttest.Structure(map[string]*job.Node{"hostName": reporttest.Text("https://u:" + s + "@h/"), "ip": reporttest.Text(s[:3])}),
				reporttest.Structure(map[string]*job.Node{"hostName": reporttest.Text("https://u:other@h/"), "ip": reporttest.Text("1")}))
		},
	}
	whole := func(value string) *job.Template {
		members := map[string]*job.Node{"AppName": reporttest.Text("a")}
		for name, make := range places {
			members[name] = make(value)
		}
		return &job.Template{Root: reporttest.Structure(members)}
	}
	empty := &job.Template{Root: reporttest.Structure(map[string]*job.Node{"AppName": reporttest.Text("a")})}
	one, other := whole(canary), whole(canary+"9")
	turned := one.Clone()
	aliases := turned.Root.Member("CustomHostAlias").Value.Entries
	aliases[0], aliases[1] = aliases[1], aliases[0]
	for _, pair := range [][2]*job.Template{{one, other}, {one, empty}, {empty, one}, {one, turned}} {
		r := diff.Compare(reporttest.Snapshot("from", pair[0]), reporttest.Snapshot("to", pair[1]), diff.Options{Key: secret.RandomKey()})
		if r.Summary.Changed != 1 {
			t.Fatalf("got %+v", r.Summary)
		}
		var out bytes.Buffer
		if report.DiffText(&out, r, report.Style{}) != nil || report.DiffJSON(&out, r) != nil || report.DiffHTML(&out, r) != nil ||
			report.DiffGitHub(&out, r) != nil || report.DiffMarkdown(&out, r, report.MarkdownBudget) != nil {
			t.Fatal("not written")
		}
		if !utf8.Valid(out.Bytes()) || strings.Contains(out.String(), canary) {
			t.Errorf("the canary is in\n%s", out.String())
		}
	}
}
