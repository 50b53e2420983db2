package diff

import (
	"fmt"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/trial"
)

func textNode(s string) *job.Node { return &job.Node{Kind: job.String, Text: s} }

// spellLines writes lines as -removed, +added and " same", with [] around what
// is not the same within a line.
func spellLines(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(map[Status]string{Removed: "-", Added: "+", Unchanged: " "}[l.Kind])
		for _, s := range l.Spans {
			if s.Changed {
				fmt.Fprintf(&b, "[%s]", s.Text)
			} else {
				b.WriteString(s.Text)
			}
		}
		b.WriteString("|")
	}
	return strings.ReplaceAll(b.String(), "\n", "$")
}

func TestLines(t *testing.T) {
	long := strings.Repeat("word ", 20)
	for _, c := range []struct{ from, to, want string }{
		{"short", "text", ""},
		{"a\n", "a\n", ""},
		{"a\nb\nc\n", "a\nx\nc\n", " a$|-b$|+x$| c$|"},
		{"key = 1\nb\n", "key = 2\nb\n", "-key = [1]$|+key = [2]$| b$|"},
		{"a\nb\n", "a\nb", " a$|-b[$]|+b|"},
		{"a\nb\n", "b\n", "-a$| b$|"},
		{"b\n", "b\nc\nd\n", " b$|+c$|+d$|"},
		{"", "a\nb", "+a$|+b|"},
		{long + "a", long + "b", "-" + long + "[a]|+" + long + "[b]|"},
		{"a\r\nb\r\n", "a\nb\n", "-a[\r]$|-b[\r]$|+a$|+b$|"},
		{"a\nb\nc\n", "c\na\nb\n", "+c$| a$| b$|-c$|"},
	} {
		if got := spellLines(changedLines(textNode(c.from), textNode(c.to))); got != c.want {
			t.Errorf("%q, %q:\n got %s\nwant %s", c.from, c.to, got, c.want)
		}
	}
}

func TestLinesGiveBothTexts(t *testing.T) {
	for seed := range uint64(trial.Cases(20_000, 1000)) {
		g := newGenerator(seed)
		from, to := g.text(), g.text()
		if g.IntN(2) == 0 {
			to = from[:g.IntN(len(from)+1)] + to
		}
		var a, b strings.Builder
		for _, l := range compareLines(from, to) {
			for _, s := range l.Spans {
				if l.Kind != Added {
					a.WriteString(s.Text)
				}
				if l.Kind != Removed {
					b.WriteString(s.Text)
				}
			}
		}
		if a.String() != from || b.String() != to {
			t.Fatalf("seed %d: %q, %q became %q, %q", seed, from, to, a.String(), b.String())
		}
	}
}

// text returns lines of words, of which there are few, and one that is long now
// and then: more kinds of words than a byte or half of a surrogate pair holds.
func (g generator) text() string {
	var b strings.Builder
	for range g.IntN(12) {
		for range g.IntN(6) {
			b.WriteString([]string{"a", "b", "key", " ", " ", "=", "示例", "\t", "é", "\u0301"}[g.IntN(10)])
		}
		if g.IntN(200) == 0 {
			for range 300 {
				fmt.Fprintf(&b, "%d\n", g.IntN(500))
			}
		}
		b.WriteString([]string{"\n", "\n", "\n", "\r\n", ""}[g.IntN(5)])
	}
	return b.String()
}

// Many lines of many kinds: the library's runes must not run out, nor be halves
// of surrogate pairs.
func TestManyLines(t *testing.T) {
	var from, to strings.Builder
	for i := range 60_000 {
		fmt.Fprintf(&from, "%d\n", i)
		if i != 30_000 {
			fmt.Fprintf(&to, "%d\n", i)
		}
	}
	to.WriteString("end\n")
	lines := compareLines("x\n"+from.String(), "y\n"+to.String())
	if len(lines) == 0 {
		t.Fatal("no lines")
	}
	alphabet := map[string]rune{}
	runes := spell(splitLines(from.String()), alphabet)
	if string(runes) != string([]rune(string(runes))) || len(alphabet) != 60_000 || strings.ContainsRune(string(runes), '\ufffd') {
		t.Error("a line is spelled as no rune")
	}
}
