package cron_test

import (
	"errors"
	"math"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"saejob/internal/cron"
	"saejob/internal/cron/crontest"
)

// FuzzParse: whatever the expression is, it has an answer, and what is said of it
// holds together.
func FuzzParse(f *testing.F) {
	g := crontest.New(6)
	for range 50 {
		f.Add(g.Sample().Expr, g.Int64())
	}
	for _, expr := range []string{"", "@daily", "0 0 L * ?", "0 0 ? * 6#3", "0 22-4 * * *", "*/0 * * * *", "0 0 31 2 *", "0 0 * * 7/2", "0 9 1-7 * FRI-SUN", "0 9 ? * SUN-7/3", "1,,2 ? - / \xff"} {
		f.Add(expr, int64(0))
		f.Add(expr, int64(math.MinInt64))
		f.Add(expr, int64(math.MaxInt64))
	}
	newYork, lordHowe := zone(f, "America/New_York"), zone(f, "Australia/Lord_Howe")
	f.Fuzz(func(t *testing.T, expr string, seconds int64) {
		s, err := cron.Parse(expr)
		if doubt := cron.Doubt(expr); doubt != "" {
			checkMessage(t, errors.New(doubt))
		}
		if err != nil {
			checkMessage(t, err)
			return
		}
		after := time.Unix(seconds, 0)
		loc := []*time.Location{time.UTC, newYork, lordHowe}[uint64(seconds)%3]
		next, ok := s.Next(after, loc)
		switch year := after.UTC().Year(); {
		case ok && (s.Never() || !next.After(after)):
			t.Errorf("%q never runs, or before %s: %s", expr, after, next)
		case !ok && !s.Never() && 0 <= year && year < 9990:
			t.Errorf("%q after %s: no run", expr, after)
		case ok && loc == time.UTC && nearer(s, next):
			t.Errorf("%q after %s: runs nearer than %s", expr, next, s.Shortest())
		case s.Describe() == "never" != s.Never():
			t.Errorf("%q: %s", expr, s.Describe())
		}
	})
}

// nearer reports whether two runs are nearer to each other than they may be.
func nearer(s cron.Schedule, run time.Time) bool {
	next, ok := s.Next(run, time.UTC)
	return ok && next.Sub(run) < s.Shortest()
}

// FuzzZone: only zones that are somewhere, and what their text says.
func FuzzZone(f *testing.F) {
	for _, text := range []string{"GMT+8:00", "UTC-3:30", "GMT", "Asia/Shanghai", "Local", "", "../x", "Etc/GMT+8", "right/UTC", "GMT+99:99"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		loc, err := cron.Zone(text)
		if err != nil {
			checkMessage(t, err)
			return
		}
		if name := loc.String(); name == "" || name == "Local" || name != text && name != "UTC" && !strings.HasPrefix(name, "GMT") {
			t.Errorf("%q is %q", text, name)
		}
	})
}

// checkMessage: an error is one short line that is safe to show.
func checkMessage(t *testing.T, err error) {
	t.Helper()
	text := err.Error()
	if text == "" || !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) || len(text) > 4000 {
		t.Errorf("%q is no message", text)
	}
}
