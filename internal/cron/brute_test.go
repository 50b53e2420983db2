package cron_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"saejob/internal/cron/crontest"
	"saejob/internal/trial"
)

// TestCalendarAgrees: walking through the calendar day by day, and through the
// day second by second, finds the same runs.
func TestCalendarAgrees(t *testing.T) {
	g := crontest.New(2)
	for range trial.Cases(3_000, 300) {
		s := g.Sample()
		after := g.Time()
		for range 5 {
			got, ok := parse(t, s.Expr).Next(after, time.UTC)
			want, found := s.Next(after.Add(time.Second))
			if ok != found || !got.Equal(want) {
				t.Fatalf("%q after %s: got %s, %t; want %s, %t", s.Expr, after, got, ok, want, found)
			}
			after = got
		}
	}
}

// TestClockAgrees: looking at a clock of a zone every second, on days when it is
// put forward or back, finds the same runs.
func TestClockAgrees(t *testing.T) {
	g := crontest.New(3)
	for range trial.Cases(1_000, 50) {
		loc := zone(t, crontest.Pick(g, "Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "Africa/Monrovia", "Europe/Dublin", "America/Caracas"))
		_, change := time.Date(1880+g.IntN(220), 1, g.IntN(365), 0, 0, 0, 0, loc).ZoneBounds()
		if change.IsZero() || g.IntN(8) == 0 {
			change = time.Date(2000+4*g.IntN(25), 12, 31, g.IntN(24), 0, 0, 0, loc) // see nextChange
		}
		after := change.Add(-time.Duration(g.IntN(24*60*60)) * time.Second)
		s := g.Sample()
		var want []time.Time
		end := change.Add(24 * time.Hour)
		for at := after.Add(time.Second); !at.After(end); at = at.Add(time.Second) {
			if s.RunsAt(at) {
				want = append(want, at)
			}
		}
		got := parse(t, s.Expr).Runs(after, loc, len(want)+1)
		if len(got) > 0 && got[len(got)-1].After(end) {
			got = got[:len(got)-1]
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%q in %s after %s: got %v, want %v", s.Expr, loc, after, got, want)
		}
	}
}

func TestShortest(t *testing.T) {
	const day = 24 * time.Hour
	for expr, want := range map[string]time.Duration{
		"* * * * * *": time.Second, "59 59 23 * * *": day, "0,50 * * * * *": 10 * time.Second,
		"*/5 * * * *": 5 * time.Minute, "*/7 * * * *": 4 * time.Minute, "0,58 0 * * *": 58 * time.Minute, "0,58 0,1 * * *": 2 * time.Minute,
		"0 1 */1 * ?": day, "0 1,23 * * *": 2 * time.Hour, "0 1,23 * * MON": 22 * time.Hour, "59 0-23 1 * *": time.Hour,
		"0 0 * * 1,4": 3 * day, "0 0 * * 1,3,6": 2 * day, "0 0 1 * *": 28 * day, "0 0 31 * *": 31 * day, "0 0 1,31 * *": day, "0 0 1 2,3 *": 28 * day,
		"0 0 1 1 *": 365 * day, "0 0 1 3 *": 365 * day, "0 0 29 2 *": 1461 * day, "0 0,1 29 2 *": time.Hour,
		"0 0 1 * MON": day, "0 0 29 2 MON": day, "0 0 1 1 MON": day, "0 0 31 2 *": math.MaxInt64,
	} {
		if got := parse(t, expr).Shortest(); got != want {
			t.Errorf("%s: got %s, want %s", expr, got, want)
		}
	}
}

// TestShortestAgrees: the least time between runs is what the days of 400 years, after
// which the calendar repeats, and the seconds of a day show.
func TestShortestAgrees(t *testing.T) {
	g := crontest.New(4)
	start := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	var days, seconds []time.Time
	for day := range 409*365 + 100 {
		days = append(days, start.AddDate(0, 0, day))
	}
	for second := range 24 * 60 * 60 {
		seconds = append(seconds, start.Add(time.Duration(second)*time.Second))
	}
	for range trial.Cases(500, 30) {
		s := g.Sample()
		want := time.Duration(math.MaxInt64)
		if _, _, night := gaps(days, s.RunsOn); night < math.MaxInt64 {
			first, last, gap := gaps(seconds, s.RunsAtClock)
			want = min(gap, night-last.Sub(first))
		}
		if got := parse(t, s.Expr).Shortest(); got != want {
			t.Errorf("%q: got %s, want %s", s.Expr, got, want)
		}
	}
}

// gaps returns the first time and the last at which it runs, and the least
// between two.
func gaps(times []time.Time, runs func(time.Time) bool) (first, last time.Time, least time.Duration) {
	least = math.MaxInt64
	for _, t := range times {
		switch {
		case !runs(t):
			continue
		case first.IsZero():
			first = t
		default:
			least = min(least, t.Sub(last))
		}
		last = t
	}
	return first, last, least
}
