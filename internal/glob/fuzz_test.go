package glob_test

import (
	"testing"

	"saejob/internal/glob"
)

// FuzzMatch: a literal matches the text that it was made of and no other, ** matches
// every text, and no pattern takes for ever.
func FuzzMatch(f *testing.F) {
	for _, pair := range [][2]string{
		{"jobs/*.yaml", "jobs/a.yaml"}, {"**/*.yaml", "a.yaml"}, {"{a,b}", "b"}, {"[a-z]", "x"}, {`\*`, "*"}, {"[", "["}, {"a{b", "ab"}, {"é*", "éa"}, {"", ""}, {"a]", "a]"}, {"a,b}", "a,b}"}, {"{a,b}", "{a,b}"},
		{"**/**/**/**/a", "b/b/b/b/b/b"}, {"*a*a*a*a*b", "aaaaaaaaaaaa"}, {"[^]", "x"}, {"[!a]", "b"},
	} {
		f.Add(pair[0], pair[1])
	}
	f.Fuzz(func(t *testing.T, pattern, text string) {
		if len(pattern) > 200 || len(text) > 200 {
			return
		}
		glob.Match(pattern, text)
		glob.MatchName(pattern, text)
		if !glob.Valid(glob.Literal(text)) || !glob.Match(glob.Literal(text), text) {
			t.Errorf("%q does not match %q", glob.Literal(text), text)
		}
		if pattern != text && glob.Match(glob.Literal(text), pattern) {
			t.Errorf("%q matches %q", glob.Literal(text), pattern)
		}
		if !glob.Match("**", text) {
			t.Errorf("** does not match %q", text)
		}
	})
}
