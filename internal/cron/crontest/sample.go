package cron_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// sample is an expression of which it is known when it runs, because it was made
// with that: nothing here reads it.
type sample struct {
	expr                                      string
	second, minute, hour, day, month, weekday cell
}

// cell is a part of a sample.
type cell struct {
	text    string
	numbers map[int]bool
	// open says that, as a day, it lets the other decide.
	open bool
}

// runsOn reports whether it runs on the day of t.
func (s sample) runsOn(t time.Time) bool {
	day, weekday := s.day.numbers[t.Day()], s.weekday.numbers[int(t.Weekday())]
	if s.day.open || s.weekday.open {
		return s.month.numbers[int(t.Month())] && day && weekday
	}
	return s.month.numbers[int(t.Month())] && (day || weekday)
}

// runsAtClock reports whether it runs at the time of day of t.
func (s sample) runsAtClock(t time.Time) bool {
	return s.second.numbers[t.Second()] && s.minute.numbers[t.Minute()] && s.hour.numbers[t.Hour()]
}

// runsAt reports whether it runs when a clock shows t.
func (s sample) runsAt(t time.Time) bool { return s.runsAtClock(t) && s.runsOn(t) }

// next walks from t, day by day and then second by second, to the first run that
// is not before it, on a clock that is never changed.
func (s sample) next(t time.Time) (time.Time, bool) {
	for midnight := t.Truncate(24 * time.Hour); midnight.Before(t.AddDate(9, 0, 0)); midnight = midnight.AddDate(0, 0, 1) {
		if !s.runsOn(midnight) {
			continue
		}
		for second := range 24 * 60 * 60 {
			if run := midnight.Add(time.Duration(second) * time.Second); !run.Before(t) && s.runsAt(run) {
				return run, true
			}
		}
	}
	return time.Time{}, false
}

type generator struct{ *rand.Rand }

func newGenerator(seed uint64) generator { return generator{rand.New(rand.NewPCG(seed, 1))} }

func pick[T any](g generator, from ...T) T { return from[g.IntN(len(from))] }

// sample makes an expression.
func (g generator) sample() sample {
	s := sample{
		second: cell{text: "0", numbers: map[int]bool{0: true}},
		minute: g.cell(0, 59, ""), hour: g.cell(0, 23, ""), day: g.cell(1, 31, ""),
		month:   g.cell(1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
		weekday: g.cell(0, 6, "SUN MON TUE WED THU FRI SAT"),
	}
	if s.weekday.numbers[7] {
		s.weekday.numbers[0] = true
	}
	texts := []string{s.minute.text, s.hour.text, s.day.text, s.month.text, s.weekday.text}
	if g.IntN(4) == 0 {
		s.second = g.cell(0, 59, "")
		texts = append([]string{s.second.text}, texts...)
	}
	s.expr = strings.Join(texts, pick(g, " ", " ", "\t", "  "))
	return s
}

// cell makes a part: open, as most are, or a list.
func (g generator) cell(low, high int, names string) cell {
	c := cell{numbers: map[int]bool{}}
	if g.IntN(3) == 0 {
		c.text, c.open = pick(g, "*", "*", "*/1"), true
		if high == 31 || high == 6 {
			c.text = pick(g, "*", "?", "*/1")
		}
		c.add(low, high, 1)
		return c
	}
	var items []string
	for range 1 + g.IntN(5)/2 {
		items = append(items, g.item(&c, low, high, strings.Fields(names)))
	}
	c.text = strings.Join(items, ",")
	return c
}

// item makes an item of a list and adds its numbers to the cell.
func (g generator) item(c *cell, low, high int, names []string) string {
	step := 2 + g.IntN(high-1)
	first := low + g.IntN(high-low+1)
	last := first + g.IntN(high-first+1)
	if high == 6 && first > 0 && g.IntN(4) == 0 {
		last = 7
	}
	text := g.number(first, low, names)
	switch g.IntN(6) {
	case 0:
		c.add(first, last, 1)
		return text + "-" + g.number(last, low, names)
	case 1:
		c.add(first, last, step)
		return fmt.Sprintf("%s-%s/%d", text, g.number(last, low, names), step)
	case 2:
		c.add(low, high, step)
		return fmt.Sprintf("*/%d", step)
	case 3:
		c.add(first, high, step)
		return fmt.Sprintf("%s/%d", text, step)
	}
	c.add(first, first, 1)
	return text
}

// number writes a number as people do.
func (g generator) number(n, low int, names []string) string {
	if len(names) > 0 && g.IntN(2) == 0 {
		name := names[(n-low)%len(names)]
		return pick(g, name, strings.ToLower(name), name[:1]+strings.ToLower(name[1:]))
	}
	return fmt.Sprintf(pick(g, "%d", "%d", "%02d"), n)
}

// add adds every step-th number from first to last.
func (c *cell) add(first, last, step int) {
	for n := first; n <= last; n += step {
		c.numbers[n] = true
	}
}

// time returns some second of the years from 2000 to 2099.
func (g generator) time() time.Time {
	return time.Date(2000, 1, 1, 0, 0, g.IntN(100*365*24*60*60), 0, time.UTC)
}
