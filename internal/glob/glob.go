// Package glob is the one dialect of patterns: doublestar's. * is any part of a
// name, ** any number of directories, ? one character, [a-z] one of some, {a,b}
// one of several.
package glob

import (
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Match reports whether a text, a name or a path with "/", matches a pattern.
func Match(pattern, text string) bool {
	ok, err := doublestar.Match(pattern, text)
	return err == nil && ok
}

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
