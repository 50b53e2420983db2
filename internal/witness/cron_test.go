package cron_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"saejob/internal/trial"

	"github.com/adhocore/gronx"
)

// TestGronxAgrees: another library finds the same runs, where it reads
// expressions alike and does not give up.
func TestGronxAgrees(t *testing.T) {
	const each = 5
	g := newGenerator(1)
	made, agreed := 0, 0
	for n := trial.Cases(30_000, 10_000); agreed < n; made++ {
		s := g.sample()
		if !readAlike(s) {
			continue
		}
		after := g.time()
		runs := parse(t, s.expr).Runs(after, time.UTC, each)
		theirs := gronxRuns(s.expr, after, each)
		if len(theirs) > len(runs) || !slices.EqualFunc(theirs, runs[:len(theirs)], time.Time.Equal) {
			t.Fatalf("%q after %s: got %v, gronx %v", s.expr, after, runs, theirs)
		}
		if len(theirs) == each {
			agreed++
		}
	}
	if made > 2*agreed {
		t.Errorf("only %d of %d expressions were compared", agreed, made)
	}
}

// gronxRuns returns the next runs, fewer where gronx gives up.
func gronxRuns(expr string, after time.Time, n int) []time.Time {
	var runs []time.Time
	for range n {
		next, err := gronx.NextTickAfter(expr, after, false)
		if err != nil {
			break
		}
		runs = append(runs, next)
		after = next
	}
	return runs
}

// readAlike reports whether gronx reads an expression as we do. It demands both
// days where one begins with a star, and has no range that ends with SUN.
func readAlike(s sample) bool {
	both := !s.day.open && !s.weekday.open
	star := strings.HasPrefix(s.day.text, "*") || strings.HasPrefix(s.weekday.text, "*")
	return !(both && star) && !strings.Contains(strings.ToUpper(s.weekday.text), "-SUN")
}
