package report_test

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/severity"
	"saejob/internal/suppression"
	"saejob/lint"
)

// found returns a finding.
func found(s severity.Severity, rule, file string, line int, path, message string) lint.Finding {
	return lint.Finding{
		Rule: rule, Severity: s, File: file, At: job.Range{Line: line, Column: 3, EndLine: line, EndColumn: 7}, Path: path,
		Message: message, Help: "What is wrong. What to do.", Fingerprint: fmt.Sprintf("%016x", line), LineHash: fmt.Sprintf("%x:1", line),
	}
}

// sample returns a result that has one of everything.
func sample() lint.Result {
	several := found(severity.Warning, "unknown-field", "jobs/示例 1.yaml", 2, "A", "two lines")
	several.At.EndLine, several.At.EndColumn, several.LineHash = 4, 1, ""
	inSource := found(severity.Error, "name-duplicate", "jobs/a.yaml", 5, "AppName", "accepted")
	inSource.Suppression = &suppression.Suppression{Reason: "it | is fine", InSource: true}
	external := found(severity.Info, "description-missing", "jobs/a.yaml", 6, "", "accepted elsewhere")
	external.Suppression = &suppression.Suppression{Reason: "[so](be) it"}
	live := found(severity.Error, "schema/Cpu", "live:cn-beijing:test/b", 0, "Cpu", "Cpu is 1")
	live.At = job.Range{}
	return lint.Result{
		Judged: []string{"jobs/a.yaml", "jobs/clean.yaml", "jobs/示例 1.yaml", "live:cn-beijing:test/b"},
		Findings: []lint.Finding{
			found(severity.Error, "schema/Memory", "jobs/a.yaml", 1, "Memory", "Memory is 5, 50% of \"10\"; a|b, `c`"),
			found(severity.Error, "yaml", "jobs/a.yaml", 2, "", "quote it"), found(severity.Error, "yaml", "jobs/a.yaml", 3, "", `a\|b`),
			found(severity.Info, "description-missing", "jobs/a.yaml", 4, "AppDescription", "@somebody: see #12\nand ::error::x"),
			inSource, external, several, live,
			found(severity.Warning, "suppression-unused", ".saejob.yaml", 9, "", "it accepts nothing"),
		},
		Unread:  []lint.Unread{{Place: "jobs/c.yaml", Err: errors.New("permission denied")}},
		Skipped: 1,
	}
}

// TestLintFormats compares each report of a sample with testdata/lint.txtar.
func TestLintFormats(t *testing.T) {
	const path = "testdata/lint.txtar"
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	held := func(name string) func(txtar.File) bool { return func(f txtar.File) bool { return f.Name == name } }
	for _, name := range report.LintFormats.Names() {
		i := slices.IndexFunc(archive.Files, held(name))
		if i < 0 && !*update {
			t.Errorf("%s has no report of the format %s: run go test -update, and read it", path, name)
			continue
		} else if i < 0 {
			i, archive.Files = len(archive.Files), append(archive.Files, txtar.File{Name: name})
		}
		got, want := write(t, name, sample()), archive.Files[i].Data
		if archive.Files[i].Data = []byte(got); got != string(want) && !*update {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
	for _, f := range archive.Files {
		if !slices.Contains(report.LintFormats.Names(), f.Name) {
			t.Errorf("%s has a report of %s, which is not a format", path, f.Name)
		}
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestLintFormatsAreComplete: each format says what is unread, and either leaves a
// suppressed finding out or says that it is suppressed.
func TestLintFormatsAreComplete(t *testing.T) {
	for _, format := range report.LintFormats.Names() {
		lost := lint.Result{Unread: []lint.Unread{{Place: "jobs/lost.yaml", Err: errors.New("permission denied")}}}
		if out := write(t, format, lost); !strings.Contains(out, "lost.yaml") || !strings.Contains(out, "permission denied") {
			t.Errorf("%s does not say which template is unread, and why:\n%s", format, out)
		}
		f := found(severity.Error, "name-duplicate", "jobs/a.yaml", 5, "AppName", "Canary is twice")
		r := lint.Result{Judged: []string{f.File}, Findings: []lint.Finding{f}}
		open := write(t, format, r)
		if !strings.Contains(open, "Canary") {
			t.Errorf("%s does not say what was found:\n%s", format, open)
		}
		r.Findings[0].Suppression = &suppression.Suppression{Reason: "accepted", InSource: true}
		switch accepted := write(t, format, r); {
		case accepted == open:
			t.Errorf("%s shows a suppressed finding like any other:\n%s", format, accepted)
		case strings.Contains(accepted, "Canary") && !strings.Contains(strings.ToLower(accepted), "suppress"):
			t.Errorf("%s does not say that the finding is suppressed:\n%s", format, accepted)
		}
	}
}

// many returns a result with n findings of each severity, the infos first.
func many(n int) lint.Result {
	r := lint.Result{Judged: []string{"a.yaml"}}
	for _, s := range []severity.Severity{severity.Info, severity.Warning, severity.Error} {
		for i := range n {
			r.Findings = append(r.Findings, found(s, "yaml", "jobs/a.yaml", i+1, "", strings.Repeat("示", 5)+fmt.Sprint(i)))
		}
	}
	return r
}

// TestGitHubShowsTen: what GitHub would drop is in the log all the same, and
// counted.
func TestGitHubShowsTen(t *testing.T) {
	for n, want := range map[int]struct{ commands, lines int }{
		0: {0, 0}, 9: {27, 0}, 10: {30, 1}, 11: {30, 4}, 500: {30, 1471},
	} {
		r := many(n)
		if n > 0 {
			r.Unread = []lint.Unread{{Place: "b", Err: errors.New("x")}}
			want.commands++
			if n > 9 {
				want.commands--
				want.lines++
			}
		}
		out := write(t, "github", r)
		levels := map[string]int{}
		for _, c := range commandsIn(out) {
			levels[c.name]++
		}
		lines := strings.Count(out, "\n") - levels["error"] - levels["warning"] - levels["notice"]
		if got := levels["error"] + levels["warning"] + levels["notice"]; got != want.commands || lines != want.lines {
			t.Errorf("of %d there are %v and %d lines, want %v", n, levels, lines, want)
		}
		for level, shown := range levels {
			if shown > 10 {
				t.Errorf("%d of level %s", shown, level)
			}
		}
		if want.lines > 0 && !strings.HasSuffix(out, fmt.Sprintf("::notice title=saejob::%d more findings are in the log: GitHub shows 10 per severity\n", lines)) {
			t.Errorf("the rest is not counted:\n%s", out[len(out)-200:])
		}
	}
}

// TestJUnitFails: the report fails by what the run fails by.
func TestJUnitFails(t *testing.T) {
	for failing, want := range map[severity.Severity]int{severity.None: 0, severity.Error: 4, severity.Warning: 6, severity.Info: 7} {
		var b strings.Builder
		if err := report.LintJUnit(&b, sample(), failing); err != nil {
			t.Fatal(err)
		}
		suites := readJUnit(t, b.String())
		if suites.Failures != want || suites.Errors != 1 || suites.Tests != 11 {
			t.Errorf("with %v: %d failures, %d errors of %d", failing, suites.Failures, suites.Errors, suites.Tests)
		}
	}
}
