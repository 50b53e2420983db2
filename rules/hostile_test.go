package rules_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	mistakes "saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/secret"
	"saejob/lint"
	"saejob/rules"
)

const canary = "Tw1tter1ng7"

// odd are values that stand where others are expected.
var odd = []job.Node{
	{Kind: job.Null}, {Kind: job.Unreadable}, {Kind: job.Bool, Text: "true"}, {Kind: job.Bool, Text: "false"},
	{Kind: job.Number, Text: "0"}, {Kind: job.Number, Text: "-1"}, {Kind: job.Number, Text: "3"}, {Kind: job.Number, Text: "1e400"},
	{Kind: job.Number, Text: "9223372036854775807"}, {Kind: job.Number, Text: "99999999999999999999"},
	{Kind: job.String}, {Kind: job.String, Text: " "}, {Kind: job.String, Text: "x"}, {Kind: job.String, Text: "time"},
	{Kind: job.String, Text: "true"}, {Kind: job.String, Text: "stdout"}, {Kind: job.String, Text: "Image"}, {Kind: job.String, Text: "/"},
	{Kind: job.String, Text: "0 0 31 2 ?"}, {Kind: job.String, Text: "*/5 * * * * *"}, {Kind: job.String, Text: "* * * * *"}, {Kind: job.String, Text: "GMT-3:30"},
	{Kind: job.String, Text: "https://user:" + canary + "@example.com/a:latest"}, {Kind: job.String, Text: "--password=" + canary}, {Kind: job.String, Text: "30 2 * * --password=" + canary},
	{Kind: job.String, Text: "\x00\u202e\n" + strings.Repeat("é", 3000)},
	{Kind: job.List}, {Kind: job.List, Entries: []*job.Entry{{Value: &job.Node{Kind: job.Null}}}},
	{Kind: job.List, Entries: []*job.Entry{{Value: &job.Node{Kind: job.Object}}, {Value: &job.Node{Kind: job.Object}}}},
	{Kind: job.Object}, {Kind: job.Object, Entries: []*job.Entry{{Value: &job.Node{Kind: job.List}}}},
}

// TestRulesNeverPanic: whatever stands in a template, the rules judge it, say
// where something is wrong, and tell no secret.
func TestRulesNeverPanic(t *testing.T) {
	dir := t.TempDir()
	exportSamples(t, dir)
	files, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	check(t, err)
	var samples []*job.Template
	for _, file := range files {
		text, err := os.ReadFile(file)
		check(t, err)
		tmpl, problems := job.Parse(text)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		samples = append(samples, tmpl)
	}
	linter := &lint.Linter{Key: secret.RandomKey(), Schema: func(*job.Template, func(mistakes.Mistake)) {}, Rules: rules.All(), Now: now}
	n := 1500
	if testing.Short() {
		n = 15
	} else if os.Getenv("CHECK_LONG") != "" {
		n = 100_000
	}
	random := rand.New(rand.NewPCG(4, 1))
	for range n {
		var all job.Snapshot
		for place, i := range map[string]int{"a.yaml": random.IntN(len(samples)), "b.yaml": random.IntN(len(samples))} {
			tmpl := samples[i].Clone()
			for range random.IntN(8) {
				spoil(tmpl, random)
			}
			all.Refs = append(all.Refs, job.Ref{Place: place, Open: func() (job.Document, error) {
				return job.Document{Template: tmpl.Clone()}, nil
			}})
		}
		for _, f := range linter.Check(all).Findings {
			if f.Path == "" || f.Message == "" || strings.Contains(f.Message+f.Path, canary) {
				t.Fatalf("%+v", f)
			}
		}
	}
}

// spoil puts something odd in the place of some value of a template, or takes a
// field away.
func spoil(tmpl *job.Template, random *rand.Rand) {
	root := tmpl.Root
	if i := random.IntN(len(root.Entries)); random.IntN(5) == 0 {
		root.Entries = slices.Delete(root.Entries, i, i+1)
		return
	}
	var places []*job.Entry
	var fields []*plan.Field
	tmpl.Walk(func(_ *job.At, e *job.Entry, f *plan.Field) bool {
		places, fields = append(places, e), append(fields, f)
		return true
	})
	i, value := random.IntN(len(places)), odd[random.IntN(len(odd))].Clone()
	if fields[i] != nil && fields[i].Secret == plan.SecretNever && strings.Contains(value.Text, canary) {
		return // nothing there is taken for a secret
	}
	places[i].Value = value
}
