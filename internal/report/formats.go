// Package report writes findings and changes down: for people, programs, CI systems
// and pull requests. It opens no file and asks nobody; text that comes from a
// template can act nowhere ([saejob/internal/inert]).
//
// Call [LintFormats] or [DiffFormats]: Parse reads what -o was given, Write writes
// one report. A format is a file, lint_NAME.go or diff_NAME.go, and a row of its
// table here.
package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"saejob/diff"
	"saejob/lint"
)

// LintFormats are those of lint's reports. The first is the default.
var LintFormats = Formats[lint.Result]{
	{"text", "people", false, func(w io.Writer, r lint.Result, run Run) error { return LintText(w, r, run.Style) }},
	{"json", "programs", true, always(LintJSON)},
	{"sarif", "code scanning and editors", true, LintSARIF},
	{"junit", "test reports of CI systems", true, func(w io.Writer, r lint.Result, run Run) error { return LintJUnit(w, r, run.Failing) }},
	{"github", "annotations of GitHub Actions", false, always(LintGitHub)},
	{"gitlab", "code quality of GitLab", true, always(LintGitLab)},
	{"markdown", "pull requests", false, func(w io.Writer, r lint.Result, _ Run) error { return LintMarkdown(w, r, MarkdownBudget) }},
}

// DiffFormats are those of reports about changes. The first is the default.
var DiffFormats = Formats[diff.Result]{
	{"text", "people", false, func(w io.Writer, r diff.Result, run Run) error { return DiffText(w, r, run.Style) }},
	{"json", "programs", true, always(DiffJSON)},
	{"github", "annotations of GitHub Actions", false, always(DiffGitHub)},
	{"markdown", "pull requests", false, func(w io.Writer, r diff.Result, _ Run) error { return DiffMarkdown(w, r, MarkdownBudget) }},
	{"html", "a page on its own", true, always(DiffHTML)},
}

// Format is a format of reports about an R.
type Format[R any] struct {
	Name string
	// For says what reads it.
	For string
	// Alone: a file can hold only one such report, and nothing else.
	Alone bool
	Write func(w io.Writer, r R, run Run) error
}

// always is a report that says the same of every run.
func always[R any](write func(io.Writer, R) error) func(io.Writer, R, Run) error {
	return func(w io.Writer, r R, _ Run) error { return write(w, r) }
}

// Formats are the formats of one kind of report.
type Formats[R any] []Format[R]

// Names returns what -o takes.
func (f Formats[R]) Names() []string {
	var names []string
	for _, format := range f {
		names = append(names, format.Name)
	}
	return names
}

// Help returns what -o takes, and what each format is for.
func (f Formats[R]) Help() string {
	var words []string
	for _, format := range f {
		words = append(words, fmt.Sprintf("%s (%s)", format.Name, format.For))
	}
	return strings.Join(words, ", ")
}

// Parse reads what -o was given: FORMAT, FORMAT=FILE, or FORMAT+=FILE, which appends;
// FILE may be - for stdout. Without any it is the default on stdout. Two reports in one place are an error.
func (f Formats[R]) Parse(args []string) ([]Output, error) {
	if len(args) == 0 {
		return []Output{{Format: f[0].Name}}, nil
	}
	return f.parse(args)
}

// Write writes a report in a format that [Formats.Parse] returned.
func (f Formats[R]) Write(w io.Writer, format string, r R, run Run) error {
	i := slices.IndexFunc(f, func(f Format[R]) bool { return f.Name == format })
	if i < 0 {
		return fmt.Errorf("there is no report format %s", format)
	}
	return f[i].Write(w, r, run)
}
