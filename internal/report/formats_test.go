package report_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"saejob/diff"
	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

// TestEveryDiffFormat: whatever is a row of the table writes changes down, shows
// no secret, and is inert.
func TestEveryDiffFormat(t *testing.T) {
	side := func(name, text string) job.Snapshot {
		return job.Snapshot{Name: name, Refs: []job.Ref{{Place: name + ".yaml", Open: func() (job.Document, error) {
			template, problems := job.Parse([]byte(text))
			return job.Document{Template: template, Problems: problems, Text: []byte(text)}, nil
		}}}}
	}
	r := diff.Compare(
		side("from", "AppName: a\nCommand: x\nOssAkSecret: Canary7yellow\n"),
		side("to", "AppName: a\nCommand: \"y\\n::error::x\\n##[group]\\e[2J\"\nOssAkSecret: Canary7yellow9\n"),
		diff.Options{Key: secret.RandomKey()})
	if r.Summary.Changed != 1 {
		t.Fatalf("%+v", r.Summary)
	}
	for _, format := range report.DiffFormats.Names() {
		var out bytes.Buffer
		if err := report.DiffFormats.Write(&out, format, r, report.Run{}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), "Command") || strings.Contains(out.String(), "Canary7yellow") {
			t.Errorf("%s:\n%s", format, out.String())
		}
		if format == "github" { // its commands are ours
			continue
		}
		trial.MustBeInert(t, out.String())
	}
}

// TestDiffFormatsAreComplete: each format says what became of every template, and
// what is unread; what is unchanged is at most counted.
func TestDiffFormatsAreComplete(t *testing.T) {
	ref := func(name, text string) job.Ref {
		return job.Ref{Place: name + ".yaml", Open: func() (job.Document, error) {
			if text == "" {
				return job.Document{}, errors.New("permission denied")
			}
			template, problems := job.Parse([]byte(text))
			return job.Document{Template: template, Problems: problems, Text: []byte(text)}, nil
		}}
	}
	from := job.Snapshot{Name: "from", Refs: []job.Ref{
		ref("goes", "AppName: goes\nCpu: 500\n"), ref("changes", "AppName: changes\nMemory: 1111\nReplicas: 3\n"), ref("lost", "AppName: lost\n")}}
	to := job.Snapshot{Name: "to", Refs: []job.Ref{
		ref("comes", "AppName: comes\nCommand: run\n"), ref("changes", "AppName: changes\nMemory: 2222\nReplicas: 4\n"), ref("lost", "")}}
	r := diff.Compare(from, to, diff.Options{Key: secret.RandomKey()})
	if s := r.Summary; s.Added != 1 || s.Removed != 1 || s.Changed != 1 || s.Unread != 1 {
		t.Fatalf("%+v", s)
	}
	for _, format := range report.DiffFormats.Names() {
		var out bytes.Buffer
		if err := report.DiffFormats.Write(&out, format, r, report.Run{}); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"goes", "comes", "changes", "lost", "permission denied", "Memory", "1111", "2222", "Replicas"} {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s does not say %s:\n%s", format, want, out.String())
			}
		}
		// What is read by itself says at its head that something is missing.
		if note := "1 template could not be read"; (format == "html" || format == "markdown") && !strings.Contains(out.String(), note) {
			t.Errorf("%s does not say that it is incomplete:\n%s", format, out.String())
		}
	}
}

// TestParse: what -o takes, and what it refuses.
func TestParse(t *testing.T) {
	for _, c := range []struct {
		args []string
		want []report.Output
		says string
	}{
		{nil, []report.Output{{Format: "text"}}, ""},
		{[]string{"json"}, []report.Output{{Format: "json"}}, ""},
		{[]string{"json", "sarif=a=b", "text=c"}, []report.Output{{Format: "json"}, {Format: "sarif", File: "a=b"}, {Format: "text", File: "c"}}, ""},
		{[]string{"json=-", "text+=a"}, []report.Output{{Format: "json"}, {Format: "text", File: "a", Append: true}}, ""},
		{[]string{"text+=-"}, []report.Output{{Format: "text"}}, ""},
		{[]string{"json+=a"}, nil, "write -o json=a"},
		{[]string{"sarif+=a"}, nil, "write -o sarif=a"},
		{[]string{"junit+=a"}, nil, "write -o junit=a"},
		{[]string{"gitlab+=a"}, nil, "write -o gitlab=a"},
		{[]string{"text+="}, nil, "a file name is missing after ="},
		{[]string{"text=a", "text+=a"}, nil, "another report is written to that file"},
		{[]string{"json=-", "text"}, nil, "both go to stdout"},
		{[]string{"html"}, nil, "the format is one of text, json, sarif"},
		{[]string{"json="}, nil, "a file name is missing after ="},
		{[]string{"json", "text"}, nil, "both go to stdout"},
		{[]string{"json=a", "text=./a"}, nil, "another report is written to that file"},
	} {
		got, err := report.LintFormats.Parse(c.args)
		if c.says == "" && (err != nil || !slices.Equal(got, c.want)) || c.says != "" && (err == nil || !strings.Contains(err.Error(), c.says)) {
			t.Errorf("%q: %v, %v", c.args, got, err)
		}
	}
}
