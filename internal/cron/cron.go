// Package cron knows what a schedule means: when a template with it runs.
//
// [Parse] reads TriggerConfig's config, [Zone] the timezone beside it. No page
// of SAE states the grammar. Its examples have five parts, from minute to day of
// week, with "?" and "*/1" among them; those of EventBridge, whose zones SAE's
// look like, have six, with the second first. Where the tools that read such
// expressions disagree, the doc of Parse names the reading taken, and why.
package cron

// Schedule is when a template runs: whenever a clock shows a second, minute
// and hour of these sets, in one of these months, on a day that is in either set
// of days. The zero Schedule never runs.
type Schedule struct {
	second, minute, hour set
	day, weekday, month  set
	// six: it was written with seconds.
	six bool
}

// Seconds reports whether the expression has six parts, the second first. SAE's
// own examples have five.
func (s Schedule) Seconds() bool { return s.six }

// Never reports whether there is no run at all, because no month of the schedule
// has one of its days: 0 0 31 2 *.
func (s Schedule) Never() bool { return s.month == 0 }

// Same reports whether two schedules mean the same: in any zone, each run of one
// is a run of the other. 0 1 */1 * ? means the same as 0 1 * * *. All that
// never run mean the same.
func (s Schedule) Same(t Schedule) bool {
	s.six, t.six = false, false
	return s == t
}

// normal returns the one form of all schedules that mean the same. It leaves out days that
// none of the months has, months that have none of the days, and days of the
// week where all days run anyway. What is left is needed: over the years, each
// date falls on each day of the week.
func (s Schedule) normal() Schedule {
	if s.weekday == span(0, 6) {
		s.day = span(1, 31)
	}
	s.day &= s.days()
	if s.everyDay() {
		s.weekday = 0
	}
	if s.weekday == 0 {
		for month := range s.month.all() {
			if s.day&daysOf(month) == 0 {
				s.month &^= only(month)
			}
		}
	}
	if s.month == 0 {
		return Schedule{six: s.six}
	}
	return s
}

// everyDay reports whether it runs on every day of its months.
func (s Schedule) everyDay() bool { return s.day == s.days() }

// days returns the days of the schedule's longest month.
func (s Schedule) days() set {
	var days set
	for month := range s.month.all() {
		days |= daysOf(month)
	}
	return days
}

// daysOf returns the days that a month has, in a leap year.
func daysOf(month int) set {
	switch month {
	case 2:
		return span(1, 29)
	case 4, 6, 9, 11:
		return span(1, 30)
	}
	return span(1, 31)
}
