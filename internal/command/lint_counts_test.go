package command

import (
	"encoding/json"
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// counts are what a report says was found.
type counts struct{ errors, warnings, infos, suppressed, unread int }

// counters say how each format of lint is counted.
var counters = map[string]struct {
	of func(t *testing.T, text string) counts
	// leavesSuppressedOut: the format does not tell what is suppressed.
	leavesSuppressedOut bool
	// total: the format may cut its rows, so that findings are infos, whatever they are.
	total bool
}{
	"text":     {of: ofText, leavesSuppressedOut: true},
	"json":     {of: ofJSON},
	"sarif":    {of: ofSARIF},
	"junit":    {of: ofJUnit},
	"github":   {of: ofGitHub, leavesSuppressedOut: true},
	"gitlab":   {of: ofGitLab, leavesSuppressedOut: true},
	"markdown": {of: ofMarkdown, leavesSuppressedOut: true, total: true},
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
		Unread  []struct{ File, Reason string }
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
	c.unread = len(r.Unread)
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
	var r []struct{ Severity, Fingerprint string }
	parseJSON(t, text, &r)
	seen := map[string]bool{}
	for _, issue := range r {
		if c.add(issue.Severity); seen[issue.Fingerprint] {
			t.Errorf("%s stands for two findings", issue.Fingerprint)
		}
		seen[issue.Fingerprint] = true
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

func ofText(_ *testing.T, text string) (c counts) {
	for _, m := range textLine.FindAllStringSubmatch(text, -1) {
		c.add(m[1])
	}
	return c
}

var workflowLine = regexp.MustCompile(`(?m)^::(error|warning|notice) file=[^:]*::`)

// ofGitHub counts commands, and what has no room among these as lines of text.
func ofGitHub(t *testing.T, text string) (c counts) {
	c = ofText(t, text)
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

var noRoom = regexp.MustCompile(`(?m)^(\d+) more do not fit here`)

// ofMarkdown counts rows, and those that have no room.
func ofMarkdown(t *testing.T, text string) counts {
	rows := strings.Count(text, "\n| ") - 1 // the head of the table
	if m := noRoom.FindStringSubmatch(text); m != nil {
		more, err := strconv.Atoi(m[1])
		if err != nil {
			t.Fatal(err)
		}
		rows += more
	}
	unread := strings.Count(text, "\n| **unread** |")
	return counts{unread: unread, infos: rows - unread}
}
