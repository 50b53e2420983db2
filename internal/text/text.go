// Package text puts words together for people: counts, lists, and texts that are
// short and show all that they hold.
package text

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Count returns a number of things: 1 template, 3 templates.
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Skipped returns how many files were skipped, as the end of a summary; empty: none.
func Skipped(n int) string {
	if n == 0 {
		return ""
	}
	return "; " + Count(n, "other file") + " skipped"
}

// Or returns words as alternatives: a, b or c.
func Or(words []string) string { return list(words, " or ") }

// And returns words as a list: a, b and c.
func And(words []string) string { return list(words, " and ") }

func list(words []string, last string) string {
	n := len(words) - 1
	if n < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:n], ", ") + last + words[n]
}

// OneLine returns a text on one line: a single blank stands for each run of blanks,
// line breaks and characters that cannot be seen.
func OneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == utf8.RuneError || !unicode.IsPrint(r)
	}), " ")
}

// longest is how many characters of a text fit into a sentence.
const longest = 80

// Short returns a text that is short enough for a sentence.
func Short(s string) string { return Cut(s, longest) }

// Cut returns the beginning of a text, of at most that many characters; what is
// left out is shown by an ellipsis, which is one of them.
func Cut(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}

// Word returns a text as a word of a sentence: short, and in quotes where a reader
// could not tell where it ends.
func Word(s string) string {
	short := Short(s)
	if s == "" || strings.ContainsAny(s, ` "`) || strings.ContainsFunc(s, Invisible) || !utf8.ValidString(s) {
		return Quote(short)
	}
	return short
}
