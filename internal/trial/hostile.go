package trial

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"saejob/internal/text"
)

// hostile are the parts that hostile texts are made of.
var hostile = []string{
	"::", ":", "##", "#", "[", "vso[", "##[", "##vso[", "group]", "error", " ", "\t", "\n", "\r", "\x1b[2J", "\u009b", "\x9b", "\x00", "\x7f",
	"\u202e", "\u200b", "\u2028", "\u0085", "\u00a0", "\u3000", "a", "示", "%0A", `\`, `"`, "`", "|", "<", "->", "\xc3", "\xed\xa0\x80",
}

// HostileText returns a text that would like to act: in a terminal, in the log of
// a CI system, in Markdown. It need not be UTF-8.
func HostileText(g *rand.Rand) string {
	var b strings.Builder
	for range g.IntN(12) {
		b.WriteString(HostilePart(g))
	}
	return b.String()
}

// HostilePart returns one of the parts that hostile texts are made of.
func HostilePart(g *rand.Rand) string { return hostile[g.IntN(len(hostile))] }

// command is what no line of any report may hold.
var command = regexp.MustCompile(`##[A-Za-z]*\[|(?m)^[\s\p{Z}]*::`)

// MustBeInert ends a test whose output could act somewhere.
func MustBeInert(t *testing.T, output string) {
	t.Helper()
	if !utf8.ValidString(output) {
		t.Fatalf("not UTF-8: %q", output)
	}
	for _, r := range output {
		if r != '\n' && text.Invisible(r) {
			t.Fatalf("holds %U: %q", r, output)
		}
	}
	if at := command.FindString(output); at != "" {
		t.Fatalf("holds the command %q: %q", at, output)
	}
}
