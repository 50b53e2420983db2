package console

import (
	"errors"
	"strings"
	"testing"
)

// TestStrongest: of all that a run raises, in whatever order, the strongest is its exit
// status: interrupted, could not run, incomplete, found, clean.
func TestStrongest(t *testing.T) {
	strongest := []Status{Interrupted, CannotRun, Incomplete, Found, Clean}
	for i, strong := range strongest {
		for _, weak := range strongest[i:] {
			for _, order := range [][]Status{{strong, weak}, {weak, strong}} {
				var c Console
				for _, s := range order {
					c.Raise(s)
				}
				if c.Status() != strong {
					t.Errorf("%v ends with %d, want %d", order, c.Status(), strong)
				}
			}
		}
	}
}

// TestComplaintIsInert: whatever is complained of, why, and what is advised: none of it can
// act on a terminal, or stand on a line that looks like another message.
func TestComplaintIsInert(t *testing.T) {
	const hostile = "a\x1b[2J\r\u202eb"
	for _, said := range []string{
		Complaint(hostile, errors.New("why"), "what"), Complaint("of", errors.New(hostile), "what"), Complaint("of", errors.New("why"), hostile),
	} {
		if strings.ContainsAny(said, "\x1b\r\u202e") || strings.Count(said, "\n") != 1 || !strings.Contains(said, "\nhint: ") {
			t.Errorf("%q", said)
		}
	}
}
