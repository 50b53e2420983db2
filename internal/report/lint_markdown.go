package report

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"saejob/internal/inert"
	"saejob/internal/severity"
	"saejob/lint"
)

// LintMarkdown writes a summary for a pull request: a table with the gravest
// findings first, in at most budget characters. What does not fit is counted, and
// so is what is suppressed.
func LintMarkdown(w io.Writer, r lint.Result, budget int) error {
	head := "### saejob lint\n\n" + r.Summary() + "\n"
	if len(r.Unread) > 0 {
		head += "\n**Incomplete**: unread templates were not checked.\n"
	}
	rows := markdownRows(r)
	if len(rows) == 0 {
		_, err := io.WriteString(w, head)
		return err
	}
	head += "\n| | where | what | rule |\n|---|---|---|---|\n"
	const tail = "\n`saejob rules RULE` explains why, and what to do.\n"
	const rest = "\n%d more do not fit here; `saejob lint` lists all.\n"
	size := utf8.RuneCountInString(head+tail+rest) + len("1000000")
	var shown strings.Builder
	left := len(rows)
	for _, row := range rows {
		if size += utf8.RuneCountInString(row); size > budget {
			break
		}
		shown.WriteString(row)
		left--
	}
	text := head + shown.String()
	if left > 0 {
		text += fmt.Sprintf(rest, left)
	}
	_, err := io.WriteString(w, inert.BreakCommands(text+tail))
	return err
}

// markdownRows returns a row for each unread template, for each file that has more
// findings than are kept, then for each finding, the gravest first.
func markdownRows(r lint.Result) []string {
	var rows []string
	for _, u := range r.Unread {
		rows = append(rows, fmt.Sprintf("| **unread** | %s | %s | |\n", code(u.Place), code(u.Err.Error())))
	}
	for i := range r.Omitted {
		if f, there := omitted(&r.Omitted[i]); there {
			rows = append(rows, markdownRow(&f))
		}
	}
	for _, s := range []severity.Severity{severity.Error, severity.Warning, severity.Info} {
		for i := range r.Findings {
			if f := &r.Findings[i]; f.Severity == s && !f.Suppressed() {
				rows = append(rows, markdownRow(f))
			}
		}
	}
	return rows
}

func markdownRow(f *lint.Finding) string {
	return fmt.Sprintf("| %s | %s | %s | %s |\n", f.Severity, code(cut(f.File)+lineOf(f)), code(f.Message), code(f.Rule))
}
