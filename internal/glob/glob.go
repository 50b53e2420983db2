// Package glob is the one dialect of patterns: doublestar's. * is any part of a
// name, ** any number of directories, ? one character, [a-z] one of some, {a,b}
// one of several.
package glob

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/bmatcuk/doublestar/v4"
)

// Match reports whether a text, a name or a path with "/", matches a pattern.
func Match(pattern, text string) bool {
	ok, err := doublestar.Match(apart(pattern), apart(text))
	return err == nil && ok
}

// apart writes bytes that are no UTF-8 as characters of their own: doublestar takes
// all of them for the same.
func apart(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		if r == utf8.RuneError && size == 1 {
			r = firstApart + rune(text[0])
		}
		b.WriteRune(r)
		text = text[size:]
	}
	return b.String()
}

// firstApart is in the last plane for private use.
const firstApart = 0x10ff00

// MatchName is [Match] for a name in which "/" separates nothing: * is any part of
// it.
func MatchName(pattern, name string) bool {
	return Match(strings.ReplaceAll(pattern, "/", "\x00"), strings.ReplaceAll(name, "/", "\x00"))
}

// MatchAny reports whether a text matches one of the patterns, or there are none.
func MatchAny(patterns []string, text string) bool {
	return len(patterns) == 0 || slices.ContainsFunc(patterns, func(p string) bool { return Match(p, text) })
}

// Literal returns a pattern that matches a text alone.
func Literal(text string) string {
	return special.Replace(text)
}

var special = strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`, `]`, `\]`, `{`, `\{`, `}`, `\}`)

// Valid reports whether a text is a pattern: each [ and { in it is closed.
func Valid(pattern string) bool { return doublestar.ValidatePattern(pattern) }
