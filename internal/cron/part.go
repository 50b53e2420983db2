package cron

import (
	"errors"
	"fmt"
	"strings"

	"saejob/internal/text"
)

// part is one of the parts of an expression.
type part struct {
	name      string
	low, high int
	// names are those of the numbers from low on, three letters each.
	names string
	// isDay: "?" may stand there, and L, W and # in other dialects.
	isDay bool
}

var parts = [...]part{
	{name: "second", high: 59},
	{name: "minute", high: 59},
	{name: "hour", high: 23},
	{name: "day of month", low: 1, high: 31, isDay: true},
	{name: "month", low: 1, high: 12, names: "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"},
	{name: "day of week", high: sunday, names: "SUNMONTUEWEDTHUFRISAT", isDay: true},
}

// ErrQuartz is what is wrong with a day that Quartz and its kin know: L, W or #.
var ErrQuartz = errors.New("days with L, W or # are not supported")

// sunday is the other number of day 0 of the week.
const sunday = 7

// last returns the number that "*" ends with.
func (p part) last() int {
	if p.high == sunday {
		return p.high - 1
	}
	return p.high
}

// cell is a part with the text that an expression has there.
type cell struct {
	part
	text string
}

// read returns the numbers that the text stands for.
func (c cell) read() (set, error) {
	if c.text == "?" && c.isDay {
		return span(c.low, c.last()), nil
	}
	var numbers set
	for item := range strings.SplitSeq(c.text, ",") {
		some, err := c.item(item)
		if err != nil {
			return 0, fmt.Errorf("%s is %s; %w", c.name, text.Word(c.text), err)
		}
		numbers |= some
	}
	if c.high == sunday && numbers.has(sunday) {
		numbers = numbers&^only(sunday) | only(0)
	}
	return numbers, nil
}

// item reads an item of the list.
func (c cell) item(text string) (set, error) {
	ends, stepText, stepped := strings.Cut(text, "/")
	low, high, err := c.ends(ends, stepped)
	if err != nil || !stepped {
		return span(low, high), err
	}
	step, ok := number(stepText)
	if !ok || step < 1 || step > c.high {
		return 0, fmt.Errorf("the step must be from 1 to %d", c.high)
	}
	return every(low, high, step), nil
}

// ends reads where the range begins and ends that an item is, or has before its
// step.
func (c cell) ends(text string, stepped bool) (low, high int, err error) {
	if text == "*" {
		return c.low, c.last(), nil
	}
	first, second, isRange := strings.Cut(text, "-")
	if first == "" {
		first = text // -1
	}
	if low, err = c.number(first); err != nil {
		return 0, 0, err
	}
	switch {
	case isRange:
		if high, err = c.number(second); err != nil {
			return 0, 0, err
		}
	case stepped:
		high = c.last()
	default:
		high = low
	}
	if c.high == sunday {
		low, high = inWeek(low, high)
	}
	if high < low {
		return 0, 0, fmt.Errorf("%s runs backwards; write %d-%d,%d-%d", c.it(text), low, c.last(), c.low, high)
	}
	return low, high, nil
}

// inWeek returns the ends of a range, Sunday as the number that makes it one: FRI-SUN
// is 5-7, and 7-2 is 0-2.
func inWeek(low, high int) (int, int) {
	if high == 0 && low > 0 {
		high = sunday
	}
	if low == sunday && high < sunday {
		low = 0
	}
	return low, high
}

// number reads a number or a name.
func (c cell) number(text string) (int, error) {
	if n, ok := number(text); ok && c.low <= n && n <= c.high {
		return n, nil
	}
	name := strings.ToUpper(text)
	if i := strings.Index(c.names, name); len(name) == 3 && i >= 0 && i%3 == 0 {
		return c.low + i/3, nil
	}
	switch {
	case text == "":
		return 0, errors.New("a number is missing")
	case text == "?" && c.isDay:
		return 0, errors.New("? must stand alone")
	case text == "?":
		return 0, errors.New("? is allowed only for a day; write *")
	case c.isDay && isQuartz(name, c.names):
		return 0, fmt.Errorf("%s must be %s; %w", c.it(text), c.allowed(), ErrQuartz)
	}
	return 0, fmt.Errorf("%s must be %s", c.it(text), c.allowed())
}

// number reads what has one digit or two.
func number(text string) (n int, ok bool) {
	for _, digit := range []byte(text) {
		if digit < '0' || digit > '9' {
			return 0, false
		}
		n = n*10 + int(digit-'0')
	}
	return n, text != "" && len(text) <= 2
}
