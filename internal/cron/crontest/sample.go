// Package crontest makes expressions of which it is known when they run, for tests
// of package cron and of those who compare it with others.
package crontest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// Sample is an expression of which it is known when it runs, because it was made
// with that: nothing here reads it.
type Sample struct {
	Expr                                      string
	Second, Minute, Hour, Day, Month, Weekday Cell
}

// Cell is a part of a [Sample].
type Cell struct {
	Text    string
	Numbers map[int]bool
	// Open: as a day, it lets the other decide.
	Open bool
}

// RunsOn reports whether it runs on the day of t.
func (s Sample) RunsOn(t time.Time) bool {
	day, weekday := s.Day.Numbers[t.Day()], s.Weekday.Numbers[int(t.Weekday())]
	if s.Day.Open || s.Weekday.Open {
		return s.Month.Numbers[int(t.Month())] && day && weekday
	}
	return s.Month.Numbers[int(t.Month())] && (day || weekday)
}

// RunsAtClock reports whether it runs at the time of day of t.
func (s Sample) RunsAtClock(t time.Time) bool {
	return s.Second.Numbers[t.Second()] && s.Minute.Numbers[t.Minute()] && s.Hour.Numbers[t.Hour()]
}

// RunsAt reports whether it runs when a clock shows t.
func (s Sample) RunsAt(t time.Time) bool { return s.RunsAtClock(t) && s.RunsOn(t) }

// Next walks from t, day by day and then second by second, to the first run that
// is not before it, on a clock that is never changed.
func (s Sample) Next(t time.Time) (time.Time, bool) {
	for midnight := t.Truncate(24 * time.Hour); midnight.Before(t.AddDate(9, 0, 0)); midnight = midnight.AddDate(0, 0, 1) {
		if !s.RunsOn(midnight) {
			continue
		}
		for second := range 24 * 60 * 60 {
			if run := midnight.Add(time.Duration(second) * time.Second); !run.Before(t) && s.RunsAt(run) {
				return run, true
			}
		}
	}
	return time.Time{}, false
}

// Generator makes samples, the same ones for the same seed.
type Generator struct{ *rand.Rand }

// New returns a generator.
func New(seed uint64) Generator { return Generator{rand.New(rand.NewPCG(seed, 1))} }

// Pick returns one of several.
func Pick[T any](g Generator, from ...T) T { return from[g.IntN(len(from))] }

// Sample returns an expression.
func (g Generator) Sample() Sample {
	s := Sample{
		Second: Cell{Text: "0", Numbers: map[int]bool{0: true}},
		Minute: g.cell(0, 59, ""), Hour: g.cell(0, 23, ""), Day: g.cell(1, 31, ""),
		Month:   g.cell(1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
		Weekday: g.cell(0, 6, "SUN MON TUE WED THU FRI SAT"),
	}
	if s.Weekday.Numbers[7] {
		s.Weekday.Numbers[0] = true
	}
	texts := []string{s.Minute.Text, s.Hour.Text, s.Day.Text, s.Month.Text, s.Weekday.Text}
	if g.IntN(4) == 0 {
		s.Second = g.cell(0, 59, "")
		texts = append([]string{s.Second.Text}, texts...)
	}
	s.Expr = strings.Join(texts, Pick(g, " ", " ", "\t", "  "))
	return s
}

// cell makes a part: open, as most are, or a list.
func (g Generator) cell(low, high int, names string) Cell {
	c := Cell{Numbers: map[int]bool{}}
	if g.IntN(3) == 0 {
		c.Text, c.Open = Pick(g, "*", "*", "*/1"), true
		if high == 31 || high == 6 {
			c.Text = Pick(g, "*", "?", "*/1")
		}
		c.Add(low, high, 1)
		return c
	}
	var items []string
	for range 1 + g.IntN(5)/2 {
		items = append(items, g.item(&c, low, high, strings.Fields(names)))
	}
	c.Text = strings.Join(items, ",")
	return c
}

// item makes an item of a list and adds its numbers to the Cell.
func (g Generator) item(c *Cell, low, high int, names []string) string {
	step := 2 + g.IntN(high-1)
	first := low + g.IntN(high-low+1)
	last := first + g.IntN(high-first+1)
	if high == 6 && first > 0 && g.IntN(4) == 0 {
		last = 7
	}
	text := g.number(first, low, names)
	switch g.IntN(6) {
	case 0:
		c.Add(first, last, 1)
		return text + "-" + g.number(last, low, names)
	case 1:
		c.Add(first, last, step)
		return fmt.Sprintf("%s-%s/%d", text, g.number(last, low, names), step)
	case 2:
		c.Add(low, high, step)
		return fmt.Sprintf("*/%d", step)
	case 3:
		c.Add(first, high, step)
		return fmt.Sprintf("%s/%d", text, step)
	}
	c.Add(first, first, 1)
	return text
}

// number writes a number as people do.
func (g Generator) number(n, low int, names []string) string {
	if len(names) > 0 && g.IntN(2) == 0 {
		name := names[(n-low)%len(names)]
		return Pick(g, name, strings.ToLower(name), name[:1]+strings.ToLower(name[1:]))
	}
	return fmt.Sprintf(Pick(g, "%d", "%d", "%02d"), n)
}

// Add adds every step-th number from first to last.
func (c *Cell) Add(first, last, step int) {
	for n := first; n <= last; n += step {
		c.Numbers[n] = true
	}
}

// Time returns some second of the years from 2000 to 2099.
func (g Generator) Time() time.Time {
	return time.Date(2000, 1, 1, 0, 0, g.IntN(100*365*24*60*60), 0, time.UTC)
}
