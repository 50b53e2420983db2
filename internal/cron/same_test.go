package cron_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"saejob/internal/cron/crontest"
)

// TestSameDays: schedules mean the same when they have the same days, for all
// ways in which days of a month, months and days of the week meet.
func TestSameDays(t *testing.T) {
	if testing.Short() {
		t.Skip("one at a time: the race detector has nothing to see")
	}
	days := []crontest.Cell{among("29", 29, 29), among("30", 30, 30), among("31", 31, 31), among("30-31", 30, 31), among("1-29", 1, 29), among("1-30", 1, 30), among("1-31", 1, 31), open(1, 31)}
	months := []crontest.Cell{among("2", 2, 2), among("2-3", 2, 3), among("2-4", 2, 4), among("4", 4, 4), among("1-12", 1, 12), open(1, 12)}
	weekdays := []crontest.Cell{among("1", 1, 1), among("1-6", 1, 6), among("0-6", 0, 6), open(0, 6)}
	var samples []crontest.Sample
	for _, day := range days {
		for _, month := range months {
			for _, weekday := range weekdays {
				samples = append(samples, crontest.Sample{Expr: fmt.Sprintf("0 0 %s %s %s", day.Text, month.Text, weekday.Text), Day: day, Month: month, Weekday: weekday})
			}
		}
	}
	// All kinds of years are among 28 that follow each other.
	shown := make([]string, len(samples))
	for i, s := range samples {
		var b strings.Builder
		for day := time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2029; day = day.AddDate(0, 0, 1) {
			if s.RunsOn(day) {
				b.WriteString(day.Format("20060102"))
			}
		}
		shown[i] = b.String()
	}
	for i, a := range samples {
		for j, b := range samples {
			if got := parse(t, a.Expr).Same(parse(t, b.Expr)); got != (shown[i] == shown[j]) {
				t.Errorf("%s and %s: same is %t", a.Expr, b.Expr, got)
			}
		}
	}
}

// among is a cell with the numbers of a range.
func among(text string, first, last int) crontest.Cell {
	c := crontest.Cell{Text: text, Numbers: map[int]bool{}}
	c.Add(first, last, 1)
	return c
}

func open(first, last int) crontest.Cell {
	c := among("*", first, last)
	c.Open = true
	return c
}
