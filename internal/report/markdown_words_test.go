package report

import (
	"strings"
	"testing"
)

// TestProse: a sentence stands as words only where GitHub makes nothing else of it.
func TestProse(t *testing.T) {
	for _, text := range []string{"2 times the CPU; UpdateJob cannot change it", "runs at 01:00, 02:00 → 03:00", "", "It's + (a) - b"} {
		if got := prose(text); got != text {
			t.Errorf("%q is written %s", text, got)
		}
	}
	for _, text := range []string{
		"of commit deadbee", "of commit DEADBEE1", "as GH-12 says", "as a-1 says", ":smile: is one", "a :+1: b", "at www.example.com", "by @owner", "#12", "a_b", "*a*", "a|b", "<b>", "[a](b)", "http://x",
	} {
		if got := prose(text); !strings.HasPrefix(got, "`") && !strings.HasPrefix(got, "<code>") {
			t.Errorf("%q is written %s", text, got)
		}
	}
}
