// Package inert makes text that came from elsewhere such that it can act nowhere:
// in no terminal, and in no log of a CI system.
package inert

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"saejob/internal/text"
)

// Line makes a text that came from elsewhere inert: it takes one line, shows
// every character it holds, and is no command to a terminal or to the log of a
// CI system. Invisible characters are written like \n or \u{200b}, bytes that
// are not UTF-8 like \x9b. Everything a report prints and did not make up itself
// goes through it.
func Line(text string) string {
	if isInert(text) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			fmt.Fprintf(&b, `\x%02x`, text[i])
		} else {
			b.WriteString(visible(r))
		}
		i += size
	}
	return BreakCommands(b.String())
}

// Lines is [Line] for a text of several lines, which stay lines.
func Lines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = Line(lines[i])
	}
	return strings.Join(lines, "\n")
}

// isInert finds quickly that nothing has to be done, as is nearly always so.
func isInert(text string) bool {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' || c > '~' || c == '#' || c == ':' {
			return false
		}
	}
	return true
}

func visible(r rune) string {
	switch {
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case text.Invisible(r):
		return fmt.Sprintf(`\u{%x}`, r)
	}
	return string(r)
}

// The commands that CI systems look for in a log. GitHub Actions and Azure
// Pipelines take ##[NAME] and ##vso[…] anywhere in a line, GitHub Actions ::NAME::
// at its beginning, after blanks (actions/runner, ActionCommand.cs); TeamCity
// has ##teamcity[…].
var (
	hashCommand  = regexp.MustCompile(`##([A-Za-z]*\[)`)
	colonCommand = regexp.MustCompile(`(?m)^([\s\p{Z}]*):(:)`)
)

// BreakCommands spells the second character of a command's mark as an escape. A
// report does it to all of its text once more: two harmless parts may have come
// together.
func BreakCommands(text string) string {
	return colonCommand.ReplaceAllString(BreakHashCommands(text), `$1:\u{3a}`)
}

// BreakHashCommands is [BreakCommands] for a line that is a ::command:: itself.
func BreakHashCommands(text string) string {
	return hashCommand.ReplaceAllString(text, `#\u{23}$1`)
}

// JSON makes JSON text inert as [Line] does, with the escapes of JSON: it
// means the same.
func JSON(s []byte) []byte {
	out := make([]byte, 0, len(s))
	for _, r := range string(s) {
		if r == '\n' || !text.Invisible(r) {
			out = utf8.AppendRune(out, r)
		} else {
			quoted := text.Quote(string(r))
			out = append(out, quoted[1:len(quoted)-1]...)
		}
	}
	return hashCommand.ReplaceAll(out, []byte(`#\u0023$1`))
}
