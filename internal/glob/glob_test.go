package glob_test

import (
	"testing"

	"saejob/internal/glob"
)

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		pattern, text string
		want          bool
	}{
		{"jobs/*.yaml", "jobs/a.yaml", true},
		{"jobs/*.yaml", "jobs/b/a.yaml", false},
		{"jobs/**/*.yaml", "jobs/b/c/a.yaml", true},
		{"{nightly,daily}-*", "daily-report", true},
		{"{nightly,daily}-*", "hourly-report", false},
		{"[", "[", false},
		{glob.Literal(`{a}[b]*?\`), `{a}[b]*?\`, true},
		{glob.Literal("a*"), "ab", false},
	} {
		if got := glob.Match(c.pattern, c.text); got != c.want {
			t.Errorf("Match(%q, %q) = %v", c.pattern, c.text, got)
		}
	}
	if !glob.MatchName("*_token", "app/one_token") || glob.MatchName("a/?", "a/bc") {
		t.Error("a / in a name separates something")
	}
	if !glob.MatchAny(nil, "a") || !glob.MatchAny([]string{"b", "a"}, "a") || glob.MatchAny([]string{"b"}, "a") {
		t.Error("MatchAny is not true of one of some, or of none")
	}
	if glob.Valid("[a") || glob.Valid("{a,b") || !glob.Valid("[a]{b,c}") {
		t.Error("Valid is not true of what is closed, and of nothing else")
	}
}
