package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"saejob/diff"
	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

// given returns templates as a snapshot; their texts need not be UTF-8 nor text
// that a file could hold.
func given(name string, templates ...*job.Template) job.Snapshot {
	s := job.Snapshot{Name: name}
	for i, t := range templates {
		place := fmt.Sprintf("%s/%d.yaml", name, i)
		s.Refs = append(s.Refs, job.Ref{Place: place, File: place, Open: func() (job.Document, error) {
			return job.Document{Template: t.Clone()}, nil
		}})
	}
	return s
}

func text(s string) *job.Node { return &job.Node{Kind: job.String, Text: s} }

func structure(members map[string]*job.Node) *job.Node {
	n := &job.Node{Kind: job.Object}
	for key, value := range members {
		n.Entries = append(n.Entries, &job.Entry{Key: key, Value: value})
	}
	return n
}

func list(items ...*job.Node) *job.Node {
	n := &job.Node{Kind: job.List}
	for _, item := range items {
		n.Entries = append(n.Entries, &job.Entry{Value: item})
	}
	return n
}

// TestDiffIsInert: whatever a template or a place holds, no line of a report is
// a command, and nothing in it acts on a terminal.
func TestDiffIsInert(t *testing.T) {
	g := rand.New(rand.NewPCG(3, 1))
	some := func() *job.Node {
		if g.IntN(3) == 0 {
			return text(hostileLine(g))
		}
		return text(strings.ToValidUTF8(trial.HostileText(g), "?") + strings.Repeat("\n"+trial.HostilePart(g), g.IntN(3)))
	}
	template := func() *job.Template {
		return &job.Template{Root: structure(map[string]*job.Node{
			"AppName": some(), "AppId": some(), "NamespaceId": some(), "PhpConfig": some(), "Command": some(),
			"Envs":                 list(structure(map[string]*job.Node{"name": some(), "value": some()})),
			"CommandArgs":          list(some(), some()),
			"Tags":                 list(structure(map[string]*job.Node{"Key": some(), some().Text: some()})),
			some().Text + "x":      some(),
			"y" + some().Text:      list(some(), structure(map[string]*job.Node{some().Text: some()})),
			hostileValid(g) + "::": structure(map[string]*job.Node{some().Text: some()}),
		})}
	}
	for range trial.Cases(5000, 100) {
		from, to := given(hostileValid(g), template(), template()), given(trial.HostileText(g), template(), template())
		if g.IntN(3) == 0 {
			from.Refs[0].Open = func() (job.Document, error) { return job.Document{}, fmt.Errorf("%s", trial.HostileText(g)) }
		}
		r := diff.Compare(from, to, diff.Options{Key: secret.RandomKey(), ShowHidden: true})
		r.Problems = []diff.Problem{{ID: "mapping-unused", File: hostileLine(g), At: job.Range{Line: 1, Column: 1}, Message: hostileLine(g)}}
		var plain, colored, structured, page, github, markdown bytes.Buffer
		if report.DiffText(&plain, r, report.Style{}) != nil || report.DiffText(&colored, r, report.Style{Color: true}) != nil ||
			report.DiffJSON(&structured, r) != nil || report.DiffHTML(&page, r) != nil ||
			report.DiffGitHub(&github, r) != nil || report.DiffMarkdown(&markdown, r, report.MarkdownBudget) != nil {
			t.Fatal("not written")
		}
		inertForGitHubDiff(t, github.String(), r)
		trial.MustBeInert(t, markdown.String())
		inertMarkdownDiff(t, markdown.String(), r)
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

func hostileValid(g *rand.Rand) string { return strings.ToValidUTF8(trial.HostileText(g), "") }

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
		"OssAkSecret": text,
		"OssAkId":     text,
		"Envs": func(s string) *job.Node {
			return list(structure(map[string]*job.Node{"name": text("DB_PASSWORD"), "value": text(s)}))
		},
		"PackageUrl":        func(s string) *job.Node { return text("https://user:" + s + "@example.com/a?x=1") },
		"PublicWebHookUrls": func(s string) *job.Node { return list(text("http://1.example/webhook?token=" + s)) },
		"PhpConfig":         func(s string) *job.Node { return text("a = 1\nmysqli.default_pw = x\npassword = " + s + "\nb = 2\n") },
		"JarStartArgs":      func(s string) *job.Node { return text(strings.Repeat("--x=y ", 20) + "--password=" + s) },
		"Unknown":           func(s string) *job.Node { return structure(map[string]*job.Node{"clientSecret": text(s)}) },
		"Other":             func(s string) *job.Node { return list(text("Authorization: Bearer " + s + s + s)) },
		"Tags": func(s string) *job.Node {
			return list(structure(map[string]*job.Node{"Key": text("https://u:" + s + "@h/"), "Value": text("x")}),
				structure(map[string]*job.Node{"Key": text("https://u:" + s + "2@h/"), "Value": text("y")}))
		},
		"CustomHostAlias": func(s string) *job.Node {
			return list(structure(map[string]*job.Node{"hostName": text("https://u:" + s + "@h/"), "ip": text(s[:3])}),
				structure(map[string]*job.Node{"hostName": text("https://u:other@h/"), "ip": text("1")}))
		},
	}
	whole := func(value string) *job.Template {
		members := map[string]*job.Node{"AppName": text("a")}
		for name, make := range places {
			members[name] = make(value)
		}
		return &job.Template{Root: structure(members)}
	}
	empty := &job.Template{Root: structure(map[string]*job.Node{"AppName": text("a")})}
	one, other := whole(canary), whole(canary+"9")
	turned := one.Clone()
	aliases := turned.Root.Member("CustomHostAlias").Value.Entries
	aliases[0], aliases[1] = aliases[1], aliases[0]
	for _, pair := range [][2]*job.Template{{one, other}, {one, empty}, {empty, one}, {one, turned}} {
		r := diff.Compare(given("from", pair[0]), given("to", pair[1]), diff.Options{Key: secret.RandomKey()})
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
