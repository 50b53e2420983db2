package cron

import (
	"math"
	"time"
)

// Shortest returns the least time between two runs that follow each other, over
// all years, on a clock that is never put forward or back. Any two runs count: of
// those of 0 0 1 * MON, one on the first and one on a Monday are 24 hours apart
// when the first is a Sunday. It is the greatest Duration if there is no run.
func (s Schedule) Shortest() time.Duration {
	if s.Never() {
		return math.MaxInt64
	}
	day := cycle{gap: math.MaxInt64}.in(s.second, time.Second).in(s.minute, time.Minute).in(s.hour, time.Hour)
	return min(day.gap, day.next(s.dayGap(), 24*time.Hour))
}

// cycle is what happens in each second, minute, hour or day that has runs: when
// the first is, when the last, and the least time between two.
type cycle struct{ first, last, gap time.Duration }

// next returns the time from the last run to the first one of the cycle that
// begins n units later.
func (c cycle) next(n int, unit time.Duration) time.Duration {
	return time.Duration(n)*unit - c.last + c.first
}

// in returns the greater cycle in which c begins at these numbers of units.
func (c cycle) in(numbers set, unit time.Duration) cycle {
	greater := cycle{
		first: time.Duration(numbers.first())*unit + c.first,
		last:  time.Duration(numbers.last())*unit + c.last,
		gap:   c.gap,
	}
	previous := -1
	for n := range numbers.all() {
		if previous >= 0 {
			greater.gap = min(greater.gap, c.next(n-previous, unit))
		}
		previous = n
	}
	return greater
}

// dayGap returns the least number of days between two days with runs. The years
// from 2001 to 2029 show all there are: each kind of year, by the day of the week
// that it begins on and its length, before each kind that ever follows it.
func (s Schedule) dayGap() int {
	gap, last := math.MaxInt, math.MinInt/2
	first := 1 // 2001 began on a Monday
	for year := 2001; year <= 2029 && gap > 1; year++ {
		for month := range span(1, 12).all() {
			length := daysOf(month).last()
			if month == 2 && year%4 != 0 {
				length--
			}
			for day := range s.runsIn(month, first, length).all() {
				gap, last = min(gap, day-last), day
			}
			last -= length
			first = (first + length) % 7
		}
	}
	return gap
}
