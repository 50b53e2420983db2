package text_test

import (
	"strings"
	"testing"

	"saejob/internal/text"
)

// TestClosest: a mistyped name is close to the one that was meant, another name
// is not.
func TestClosest(t *testing.T) {
	tests := []struct {
		mistyped, name string
		want           bool
	}{
		{"Memry", "Memory", true}, {"memory", "Memory", true}, {"Memroy", "Memory", true}, {"time_out", "Timeout", true},
		{"Gpu", "Cpu", false}, {"pCu", "Cpu", true}, {"Cpus", "Cpu", true}, {"Labels", "Tags", false},
		{"y", "x", false}, {"x", "X", true}, {"xy", "x", false}, {"", "x", false}, {"-", "x", false}, {"é", "e", false},
	}
	for _, test := range tests {
		if got := text.Closest(test.mistyped, []string{test.name}) != ""; got != test.want {
			t.Errorf("%q is close to %q: %v", test.mistyped, test.name, got)
		}
	}
}

func TestDistance(t *testing.T) {
	long := strings.Repeat("x", 65)
	tests := []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"value", "value", 0}, {"valu", "value", 1}, {"valuee", "value", 1}, {"vakue", "value", 1}, {"vlaue", "value", 1},
		{"eulav", "value", 4}, {"", "value", 5}, {long, long, 64},
	}
	for _, test := range tests {
		if got := text.Distance(test.a, test.b); got != test.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", test.a, test.b, got, test.want)
		}
		if got := text.Distance(test.b, test.a); got != test.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", test.b, test.a, got, test.want)
		}
	}
}
