package check_test

import (
	"testing"

	"saejob/internal/check"
)

// TestClosest: what a mistyped name was meant to be, and that another name is
// none.
func TestClosest(t *testing.T) {
	tests := []struct {
		text, name string
		want       bool
	}{
		{"Memry", "Memory", true}, {"memory", "Memory", true}, {"Memroy", "Memory", true}, {"time_out", "Timeout", true},
		{"Gpu", "Cpu", false}, {"pCu", "Cpu", true}, {"Cpus", "Cpu", true}, {"Labels", "Tags", false},
		{"y", "x", false}, {"x", "X", true}, {"xy", "x", false}, {"", "x", false}, {"-", "x", false}, {"é", "e", false},
	}
	for _, test := range tests {
		if got := check.Closest(test.text, []string{test.name}) != ""; got != test.want {
			t.Errorf("%q is close to %q: %v", test.text, test.name, got)
		}
	}
}
