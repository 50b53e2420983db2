package main

import (
	"encoding/json"
	"encoding/xml"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"saejob/schema"
)

// counts are what a report says was found.
type counts struct{ errors, warnings, infos, suppressed, unread int }

// TestReportsAgree: all reports of one run count the same, and the text is the
// same whatever else is written.
func TestReportsAgree(t *testing.T) {
	t.Setenv(redactKeyName, "")
	t.Chdir(t.TempDir())
	for name, text := range casesOf(t, "testdata/resources.txtar", "testdata/storage.txtar") {
		write(t, name, text)
	}
	write(t, "accepted.yaml", "# saejob:ignore=description-missing reason=\"why | not\"\n"+
		"AppName: a\nPackageType: PhpZip\nCpu: 500\nMemory: 1024\nReplicas: 1\n# saejob:ignore=unknown-field reason=\"x\"\nOther: 1\nThird: 2\n")
	write(t, "broken.yaml", "AppName: b\nCpu: [\n")
	for _, name := range []string{"gone", "lost"} {
		if err := os.Symlink("nowhere", name+".yaml"); err != nil {
			t.Fatal(err)
		}
	}
	args := []string{"lint", "-q"}
	for _, format := range lintFormats {
		args = append(args, "-o", format+"=report."+format)
	}
	if out, status := try(t, append(args, ".")...); out != "" || status != incomplete {
		t.Fatalf("exits with %d and says %s", status, out)
	}
	want := ofJSON(t, contents(t, "report.json"))
	if want.errors < 50 || want.warnings < 5 || want.infos < 50 || want.suppressed != 2 || want.unread != 2 {
		t.Fatalf("only %+v", want)
	}
	for format, got := range map[string]counts{
		"sarif": ofSARIF(t, contents(t, "report.sarif")), "junit": ofJUnit(t, contents(t, "report.junit")), "gitlab": ofGitLab(t, contents(t, "report.gitlab")),
		"text": ofText(contents(t, "report.text")), "github": ofGitHub(contents(t, "report.github")),
	} {
		switch format {
		case "text", "github", "gitlab":
			got.suppressed = want.suppressed // they leave these out
		}
		if got != want {
			t.Errorf("%s has %+v, want %+v", format, got, want)
		}
	}
	if got := ofMarkdown(t, contents(t, "report.markdown")); got != want.errors+want.warnings+want.infos+want.unread {
		t.Errorf("markdown has %d rows, want %+v", got, want)
	}
	if text, _ := try(t, "lint", "-q", "."); text != contents(t, "report.text") {
		t.Error("the text alone is another one")
	}
}

// casesOf gives the templates of the schema's cases.
func casesOf(t *testing.T, topics ...string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for _, topic := range topics {
		text, err := fs.ReadFile(schema.Cases, topic)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range txtar.Parse(text).Files {
			if filepath.Ext(f.Name) == ".yaml" {
				files[f.Name] = string(f.Data)
			}
		}
	}
	return files
}

func contents(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func (c *counts) add(severity string) {
	switch severity {
	case "error", "major", "critical":
		c.errors++
	case "warning", "minor":
		c.warnings++
	case "info", "note", "notice":
		c.infos++
	case "blocker", "unread":
		c.unread++
	}
}

func ofJSON(t *testing.T, text string) (c counts) {
	var r struct {
		Findings []struct {
			Severity   string
			Suppressed bool
		}
		Summary struct{ Errors, Warnings, Infos, Suppressed, Unread int }
	}
	parseJSON(t, text, &r)
	for _, f := range r.Findings {
		if f.Suppressed {
			c.suppressed++
		} else {
			c.add(f.Severity)
		}
	}
	c.unread = r.Summary.Unread
	if s := r.Summary; c != (counts{s.Errors, s.Warnings, s.Infos, s.Suppressed, s.Unread}) {
		t.Errorf("json sums up %+v, holds %+v", s, c)
	}
	return c
}

func ofSARIF(t *testing.T, text string) (c counts) {
	var r struct {
		Runs []struct {
			Invocations []struct{ ToolExecutionNotifications []any }
			Results     []struct {
				Level        string
				Suppressions []any
			}
		}
	}
	parseJSON(t, text, &r)
	for _, result := range r.Runs[0].Results {
		if len(result.Suppressions) > 0 {
			c.suppressed++
		} else {
			c.add(result.Level)
		}
	}
	c.unread = len(r.Runs[0].Invocations[0].ToolExecutionNotifications)
	return c
}

func ofGitLab(t *testing.T, text string) (c counts) {
	var r []struct{ Severity string }
	parseJSON(t, text, &r)
	for _, issue := range r {
		c.add(issue.Severity)
	}
	return c
}

func parseJSON(t *testing.T, text string, into any) {
	t.Helper()
	if err := json.Unmarshal([]byte(text), into); err != nil {
		t.Fatal(err)
	}
}

var outputLine = regexp.MustCompile(`^\S+: (warning|info): `)

func ofJUnit(t *testing.T, text string) (c counts) {
	var r struct {
		Cases []struct {
			Failure *struct {
				Type string `xml:"type,attr"`
			} `xml:"failure"`
			Error   *struct{} `xml:"error"`
			Skipped *struct{} `xml:"skipped"`
			Output  string    `xml:"system-out"`
		} `xml:"testsuite>testcase"`
	}
	if err := xml.Unmarshal([]byte(text), &r); err != nil {
		t.Fatal(err)
	}
	for _, test := range r.Cases {
		switch {
		case test.Failure != nil:
			c.add(test.Failure.Type)
		case test.Error != nil:
			c.unread++
		case test.Skipped != nil:
			c.suppressed++
		case test.Output != "":
			c.add(outputLine.FindStringSubmatch(test.Output)[1])
		}
	}
	return c
}

var textLine = regexp.MustCompile(`(?m)^\S+: (error|warning|info|unread): `)

func ofText(text string) (c counts) {
	for _, m := range textLine.FindAllStringSubmatch(text, -1) {
		c.add(m[1])
	}
	return c
}

var workflowLine = regexp.MustCompile(`(?m)^::(error|warning|notice) file=[^:]*::`)

// ofGitHub counts commands, and what has no room among these as lines of text.
func ofGitHub(text string) (c counts) {
	c = ofText(text)
	for _, m := range workflowLine.FindAllStringSubmatch(text, -1) {
		switch {
		case strings.Contains(m[0], "title=saejob%3A unread"):
			c.unread++
		default:
			c.add(m[1])
		}
	}
	return c
}

var noRoom = regexp.MustCompile(`(?m)^(\d+) more have no room here`)

func ofMarkdown(t *testing.T, text string) int {
	rows := strings.Count(text, "\n| ") - 1 // the head of the table
	if m := noRoom.FindStringSubmatch(text); m != nil {
		more, err := strconv.Atoi(m[1])
		if err != nil {
			t.Fatal(err)
		}
		rows += more
	}
	return rows
}
