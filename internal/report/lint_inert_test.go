package report_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"math/rand/v2"
	"strings"
	"testing"

	"saejob/internal/inert"
	"saejob/internal/report"
	"saejob/internal/report/reporttest"
	"saejob/internal/severity"
	"saejob/internal/trial"
	"saejob/lint"
)

func write(t testing.TB, format string, r lint.Result) string {
	t.Helper()
	var b bytes.Buffer
	about := report.Run{Version: "v1.2.3", Category: "saejob/lint", Failing: severity.Error}
	if err := report.LintFormats.Write(&b, format, r, about); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestLintIsInert: nothing that a template or a file's name holds acts, in any
// format, and it comes out as it went in.
func TestLintIsInert(t *testing.T) {
	g := rand.New(rand.NewPCG(7, 1))
	for range trial.Cases(20_000, 400) {
		text := reporttest.Line(g)
		r := reporttest.Lint(g, text)
		for _, format := range report.LintFormats.Names() {
			out := write(t, format, r)
			for name, grammar := range otherGrammars {
				if found := grammar.FindString(out); found != "" {
					t.Fatalf("%s: %q acts in %s: %q", format, found, name, text)
				}
			}
			if format == "github" {
				inertForGitHub(t, out, r)
				continue
			}
			trial.MustBeInert(t, out)
			if found := commandsIn(out); len(found) > 0 {
				t.Fatalf("%s: %q is the command %v", format, text, found)
			}
			if holds := holders[format]; holds != nil {
				holds(t, out, text, r)
			}
		}
	}
}

// holders say whether a report of some format is well formed and holds the text.
var holders = map[string]func(t *testing.T, out, text string, r lint.Result){
	"json": func(t *testing.T, out, text string, _ lint.Result) {
		var read struct{ Findings []struct{ Message string } }
		if err := json.Unmarshal([]byte(out), &read); err != nil || read.Findings[0].Message != text {
			t.Fatalf("%q comes out of the JSON as %v (%v)", text, read, err)
		}
	},
	"gitlab": func(t *testing.T, out, text string, _ lint.Result) {
		var read []struct {
			Description string
			Location    struct{ Path string }
		}
		if err := json.Unmarshal([]byte(out), &read); err != nil || read[1].Location.Path != text || read[1].Description != inert.Line(text) ||
			read[0].Description != "unread: "+inert.Line(text) {
			t.Fatalf("%q comes out of the JSON as %v (%v)", text, read, err)
		}
	},
	"sarif": inertSARIF,
	"junit": inertJUnit,
}

// inertForGitHub: the runner finds the commands that are meant, and no other.
func inertForGitHub(t *testing.T, out string, r lint.Result) {
	t.Helper()
	f := r.Findings[0]
	level := map[severity.Severity]string{severity.Error: "error", severity.Warning: "warning", severity.Info: "notice"}[f.Severity]
	found := commandsIn(out)
	if len(found) != 2 || strings.Count(out, "\n") != 2 || found[0].name != "error" || found[1].name != level {
		t.Fatalf("%q is taken for %v", out, found)
	}
	safe := unbroken(inert.Line(f.Message))
	for i, message := range []string{safe, safe + " [yaml]"} {
		if c := found[i]; unbroken(c.data) != message || unbroken(c.properties["file"]) != safe || c.properties["title"] == "" {
			t.Fatalf("%q becomes %v", f.Message, c)
		}
	}
	if found[1].properties["line"] != "1" || len(found[1].properties) != 6 && f.File != "" {
		t.Fatalf("%q becomes %v", f.File, found[1])
	}
}

// inertSARIF: no message has a link, and each URI stands for its place.
func inertSARIF(t *testing.T, out, text string, _ lint.Result) {
	var log sarif
	if err := json.Unmarshal([]byte(out), &log); err != nil {
		t.Fatal(err)
	}
	result := log.Runs[0].Results[1]
	for _, message := range []string{result.Message.Text, result.Suppressions[0].Justification} {
		if strings.Contains(message, "](") || unbroken(strings.ReplaceAll(message, `\u{28}`, "(")) != unbroken(inert.Line(text)) {
			t.Fatalf("%q becomes %q", text, message)
		}
	}
	if at := result.Locations[0].PhysicalLocation.ArtifactLocation; !strings.HasPrefix(text, "/") && place(t, at.URI) != text {
		t.Fatalf("%q is at %q", text, at.URI)
	}
}

// inertJUnit: the report is XML with as many cases as it counts, which hold the
// text and nothing else.
func inertJUnit(t *testing.T, out, text string, _ lint.Result) {
	suites := readJUnit(t, out)
	for _, got := range []string{suites.Suites[0].Name, suites.Suites[0].Cases[1].Skipped.Message, suites.Suites[0].Cases[2].Error.Message} {
		if unbroken(got) != unbroken(inert.Line(text)) {
			t.Fatalf("%q becomes %q", text, got)
		}
	}
}

func readJUnit(t *testing.T, out string) (suites junit) {
	t.Helper()
	if err := xml.Unmarshal([]byte(out), &suites); err != nil {
		t.Fatal(err)
	}
	return suites
}
