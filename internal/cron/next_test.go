package cron_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"saejob/internal/cron"
)

func parse(t *testing.T, expr string) cron.Schedule {
	t.Helper()
	s, err := cron.Parse(expr)
	if err != nil {
		t.Fatalf("%q: %s", expr, err)
	}
	return s
}

func zone(t testing.TB, name string) *time.Location {
	t.Helper()
	loc, err := cron.Zone(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

const layout = "2006-01-02 15:04:05 -0700"

// TestRuns: what comes after a time, which is written as runs are.
func TestRuns(t *testing.T) {
	tests := []struct {
		expr, zone, after string
		want              []string
	}{
		{"0 1 */1 * ?", "GMT+8:00", "2026-11-23 00:59:59 +0800", []string{"2026-11-23 01:00:00 +0800", "2026-11-24 01:00:00 +0800"}},
		{"0 1 */1 * ?", "GMT+8:00", "2026-11-23 01:00:00 +0800", []string{"2026-11-24 01:00:00 +0800"}},
		{"0 1 */1 * ?", "GMT+8:00", "2026-11-23 00:00:00 +0000", []string{"2026-11-24 01:00:00 +0800"}},
		{"30 4 * * *", "GMT-3:30", "2026-12-31 23:59:00 -0330", []string{"2027-01-01 04:30:00 -0330"}},
		{"10 * * * * *", "UTC", "2026-12-31 23:59:09 +0000", []string{"2026-12-31 23:59:10 +0000", "2027-01-01 00:00:10 +0000"}},

		// Months are as long as they are.
		{"0 0 31 * *", "UTC", "2026-01-31 00:00:00 +0000", []string{"2026-03-31 00:00:00 +0000", "2026-05-31 00:00:00 +0000", "2026-07-31 00:00:00 +0000", "2026-08-31 00:00:00 +0000", "2026-10-31 00:00:00 +0000"}},
		{"0 0 30 1-3 *", "UTC", "2026-01-30 00:00:00 +0000", []string{"2026-03-30 00:00:00 +0000", "2027-01-30 00:00:00 +0000"}},

		// The 29th of February: every four years, but for centuries.
		{"0 0 29 2 *", "UTC", "2023-03-01 00:00:00 +0000", []string{"2024-02-29 00:00:00 +0000", "2028-02-29 00:00:00 +0000"}},
		{"0 0 29 2 *", "UTC", "1896-02-29 00:00:00 +0000", []string{"1904-02-29 00:00:00 +0000"}},
		{"0 0 29 2 *", "UTC", "1996-02-29 00:00:00 +0000", []string{"2000-02-29 00:00:00 +0000"}},
		{"0 0 29 2 *", "UTC", "2096-02-29 00:00:00 +0000", []string{"2104-02-29 00:00:00 +0000"}},

		// Both days: either.
		{"0 0 13 * FRI", "UTC", "2026-11-01 00:00:00 +0000", []string{"2026-11-06 00:00:00 +0000", "2026-11-13 00:00:00 +0000", "2026-11-20 00:00:00 +0000", "2026-11-27 00:00:00 +0000", "2026-12-04 00:00:00 +0000", "2026-12-11 00:00:00 +0000", "2026-12-13 00:00:00 +0000"}},
		{"0 0 31 2 MON", "UTC", "2026-02-20 00:00:00 +0000", []string{"2026-02-23 00:00:00 +0000", "2027-02-01 00:00:00 +0000"}},
		{"0 0 */15 * MON", "UTC", "2026-11-14 00:00:00 +0000", []string{"2026-11-16 00:00:00 +0000", "2026-11-23 00:00:00 +0000", "2026-11-30 00:00:00 +0000", "2026-12-01 00:00:00 +0000"}},
		{"0 0 */1 * MON", "UTC", "2026-11-14 00:00:00 +0000", []string{"2026-11-16 00:00:00 +0000", "2026-11-23 00:00:00 +0000"}},
		{"0 0 1-31 * MON", "UTC", "2026-11-14 00:00:00 +0000", []string{"2026-11-15 00:00:00 +0000", "2026-11-16 00:00:00 +0000"}},

		// Clocks in New York: 02:00 became 03:00 on March 8, and again 01:00 on
		// November 1.
		{"30 2 * * *", "America/New_York", "2026-03-07 12:00:00 -0500", []string{"2026-03-09 02:30:00 -0400"}},
		{"*/30 * * * *", "America/New_York", "2026-03-08 01:00:00 -0500", []string{"2026-03-08 01:30:00 -0500", "2026-03-08 03:00:00 -0400"}},
		{"30 1 * * *", "America/New_York", "2026-10-31 12:00:00 -0400", []string{"2026-11-01 01:30:00 -0400", "2026-11-01 01:30:00 -0500", "2026-11-02 01:30:00 -0500"}},
		{"30 1 1 11 *", "America/New_York", "2026-11-01 01:45:00 -0400", []string{"2026-11-01 01:30:00 -0500", "2027-11-01 01:30:00 -0400"}},
		{"0 2 * * *", "America/New_York", "2026-10-31 12:00:00 -0400", []string{"2026-11-01 02:00:00 -0500"}},

		// Half an hour on Lord Howe: 02:00 became 02:30 on October 4, and again
		// 01:30 on April 5.
		{"15 2 * * *", "Australia/Lord_Howe", "2026-10-03 12:00:00 +1030", []string{"2026-10-05 02:15:00 +1100"}},
		{"*/15 1-2 * * *", "Australia/Lord_Howe", "2026-10-04 01:40:00 +1030", []string{"2026-10-04 01:45:00 +1030", "2026-10-04 02:30:00 +1100", "2026-10-04 02:45:00 +1100"}},
		{"45 1 * * *", "Australia/Lord_Howe", "2026-04-04 12:00:00 +1100", []string{"2026-04-05 01:45:00 +1100", "2026-04-05 01:45:00 +1030", "2026-04-06 01:45:00 +1030"}},

		// China had summer time from 1986 to 1991, and Shanghai's own before 1901.
		{"30 2 * * *", "Asia/Shanghai", "1986-05-03 12:00:00 +0800", []string{"1986-05-05 02:30:00 +0900"}},
		{"30 1 * * *", "Asia/Shanghai", "1991-09-14 12:00:00 +0900", []string{"1991-09-15 01:30:00 +0900", "1991-09-15 01:30:00 +0800", "1991-09-16 01:30:00 +0800"}},
		{"30 2 * * *", "Asia/Shanghai", "2026-05-03 12:00:00 +0800", []string{"2026-05-04 02:30:00 +0800"}},

		// Go takes the last day of such a year for the next one's.
		{"0 12 * * *", "America/New_York", "2040-12-30 12:00:00 -0500", []string{"2040-12-31 12:00:00 -0500", "2041-01-01 12:00:00 -0500"}},

		// Samoa had no 30th of December in 2011.
		{"0 12 * * *", "Pacific/Apia", "2011-12-29 00:00:00 -1000", []string{"2011-12-29 12:00:00 -1000", "2011-12-31 12:00:00 +1400"}},
	}
	for _, test := range tests {
		after, err := time.Parse(layout, test.after)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, run := range parse(t, test.expr).Runs(after, zone(t, test.zone), len(test.want)) {
			got = append(got, run.Format(layout))
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s in %s after %s:\n got %v\nwant %v", test.expr, test.zone, test.after, got, test.want)
		}
	}
}

// TestNextEnds: there is an answer for each time that can be said.
func TestNextEnds(t *testing.T) {
	last := time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)
	for _, after := range []time.Time{last, last.Add(time.Second), last.AddDate(1e6, 0, 0), time.Unix(math.MaxInt64, 0), time.Unix(math.MinInt64, 0)} {
		if run, ok := parse(t, "* * * * *").Next(after, time.UTC); ok {
			t.Errorf("after %s: %s", after, run)
		}
	}
	for _, after := range []time.Time{{}, time.Unix(0, 0), last.Add(-time.Minute), last.Add(-time.Nanosecond - time.Minute)} {
		for _, name := range []string{"UTC", "Australia/Lord_Howe", "America/New_York"} {
			if run, ok := parse(t, "* * * * *").Next(after, zone(t, name)); ok != run.After(after) || run.Sub(after) > 61*time.Second {
				t.Errorf("in %s after %s: %s, %t", name, after, run, ok)
			}
		}
	}
}
