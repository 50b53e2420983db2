package witness

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/adhocore/gronx"

	"saejob/internal/cron"
	"saejob/internal/cron/crontest"
	"saejob/internal/trial"
)

// TestGronxAgrees: another library finds the same runs, where it reads
// expressions alike and does not give up.
func TestGronxAgrees(t *testing.T) {
	const each = 5
	g := crontest.New(1)
	made, agreed := 0, 0
	for n := trial.Cases(30_000, 10_000); agreed < n; made++ {
		s := g.Sample()
		if !readAlike(s) {
			continue
		}
		after := g.Time()
		schedule, err := cron.Parse(s.Expr)
		if err != nil {
			t.Fatalf("%q: %v", s.Expr, err)
		}
		runs := schedule.Runs(after, time.UTC, each)
		theirs := gronxRuns(s.Expr, after, each)
		if len(theirs) > len(runs) || !slices.EqualFunc(theirs, runs[:len(theirs)], time.Time.Equal) {
			t.Fatalf("%q after %s: got %v, gronx %v", s.Expr, after, runs, theirs)
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
func readAlike(s crontest.Sample) bool {
	both := !s.Day.Open && !s.Weekday.Open
	star := strings.HasPrefix(s.Day.Text, "*") || strings.HasPrefix(s.Weekday.Text, "*")
	return !(both && star) && !strings.Contains(strings.ToUpper(s.Weekday.Text), "-SUN")
}
