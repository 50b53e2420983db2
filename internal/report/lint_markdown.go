package report

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"saejob/internal/severity"
	"saejob/lint"
)

// MarkdownBudget is how many characters a summary has at most: a comment on GitHub
// takes 65,536, and who writes it may add a mark of their own.
const MarkdownBudget = 65_000

// LintMarkdown writes a summary for a pull request: a table with the gravest
// findings first, in at most budget characters. What has no room is counted, and
// so is what is suppressed.
func LintMarkdown(w io.Writer, r lint.Result, budget int) error {
	head := "### saejob lint\n\n" + r.Summary() + "\n"
	if len(r.Unread) > 0 {
		head += "\n**Incomplete**: what is unread was not checked.\n"
	}
	rows := markdownRows(r)
	if len(rows) == 0 {
		_, err := io.WriteString(w, head)
		return err
	}
	head += "\n| | where | what | rule |\n|---|---|---|---|\n"
	const tail = "\n`saejob rules RULE` says why, and what to do.\n"
	const rest = "\n%d more have no room here; `saejob lint` lists all.\n"
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
	_, err := io.WriteString(w, breakCommands(text+tail))
	return err
}

// markdownRows gives a row for each unread template, then for each finding, the
// gravest first.
func markdownRows(r lint.Result) []string {
	var rows []string
	for _, u := range r.Unread {
		rows = append(rows, fmt.Sprintf("| **unread** | %s | %s | |\n", code(u.Place), code(u.Err.Error())))
	}
	for _, s := range []severity.Severity{severity.Error, severity.Warning, severity.Info} {
		for i := range r.Findings {
			if f := &r.Findings[i]; f.Severity == s && !f.Suppressed() {
				rows = append(rows, fmt.Sprintf("| %s | %s | %s | %s |\n", s, code(cut(f.File)+lineOf(f)), code(f.Message), code(f.Rule)))
			}
		}
	}
	return rows
}

// code gives a text as code in a cell of a table: nothing in it is a link, a
// mention, a reference or HTML.
func code(text string) string {
	text = pipe.ReplaceAllStringFunc(cut(Safe(text)), func(found string) string {
		if len(found) > 1 {
			return found[:len(found)-1] + `\u{7c}`
		}
		return `\|`
	})
	if text == "" {
		return ""
	}
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") || strings.Trim(text, " ") != text {
		text = " " + text + " "
	}
	return fence + text + fence
}

// pipe is what ends a cell, with the backslashes before it: readers disagree on
// these.
var pipe = regexp.MustCompile(`\\*\|`)

// cut shortens what is too long for a cell.
func cut(text string) string {
	const most = 400
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	runes := []rune(text)
	return string(slices.Concat(runes[:most-1], []rune("…")))
}
