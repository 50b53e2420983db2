package report

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"saejob/internal/inert"
)

// MarkdownBudget is how many characters a summary has at most: a comment on GitHub
// takes 65,536, and who writes it may add a mark of their own.
const MarkdownBudget = 65_000

// code returns a text as code in a cell of a table: nothing in it is a link, a
// mention, a reference or HTML.
func code(text string) string {
	return fenced(pipe.ReplaceAllStringFunc(cut(inert.Line(text)), func(found string) string {
		if len(found) > 1 {
			return found[:len(found)-1] + `\u{7c}`
		}
		return `\|`
	}))
}

// span is [code] outside of tables.
func span(text string) string { return fenced(cut(inert.Line(text))) }

// fenced puts more backticks around a text than it has in a row.
func fenced(text string) string {
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

// prose returns a sentence of ours for a cell: as code where something in it is more
// than words.
func prose(text string) string {
	if wordsOnly.MatchString(text) && !reference.MatchString(text) {
		return text
	}
	return code(text)
}

// What GitHub would take for a reference stands in none of its words: a commit, an
// issue, an emoji, an address.
var (
	wordsOnly = regexp.MustCompile(`^[A-Za-z0-9 ,.;:()'→+-]*$`)
	reference = regexp.MustCompile(`(?i)[0-9a-f]{7}|[a-z]-[0-9]|:[^ :]+:|www\.`)
)

// cut shortens what is too long for a cell.
func cut(text string) string {
	const most = 400
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	runes := []rune(text)
	return string(slices.Concat(runes[:most-1], []rune("…")))
}
