package cron

import "time"

// lastYear is the last one with runs: what times are written in has four digits.
const lastYear = 9999

// Next returns the first run after a time, as a clock in loc shows it. False: it
// never runs, or not up to the year 9999.
//
// It runs at every moment at which a clock in loc shows a time of the schedule.
// So there is no run at a time that the clock skips, when it is put forward, and
// two at a time that it shows twice, when it is put back: 30 1 * * * runs twice
// on that day in New York. That is how Kubernetes does it. Zones such as
// GMT+8:00, which schedules of SAE have, know neither.
func (s Schedule) Next(after time.Time, loc *time.Location) (time.Time, bool) {
	from := time.Unix(after.Unix()+1, 0).In(loc)
	for from.Year() <= lastYear {
		clock, change := clockOf(from), nextChange(from)
		due, ok := s.due(clock)
		if !ok {
			break
		}
		if run := from.Add(due.Sub(clock)); run.Before(change) {
			return run, true
		}
		from = change
	}
	return time.Time{}, false
}

// nextChange returns a time up to which a clock of t's zone goes on from t
// without being put forward or back, or else the end of all years.
func nextChange(t time.Time) time.Time {
	_, change := t.ZoneBounds()
	end := time.Date(lastYear+1, 1, 1, 0, 0, 0, 0, t.Location())
	switch {
	case change.IsZero() || change.After(end):
		return end
	case change.After(t):
		return change
	}
	// By a zone's rule for all years to come, Go ends leap years a day early
	// (go.dev/issue/81583). Nothing changes on that day.
	return time.Date(t.UTC().Year()+1, 1, 1, 0, 0, 0, 0, time.UTC).In(t.Location())
}

// Runs returns the first n runs after a time, fewer if there are no more.
func (s Schedule) Runs(after time.Time, loc *time.Location, n int) []time.Time {
	var runs []time.Time
	for range n {
		next, ok := s.Next(after, loc)
		if !ok {
			break
		}
		runs = append(runs, next)
		after = next
	}
	return runs
}

// clockOf returns what a clock shows, as a time on one that is never changed.
func clockOf(t time.Time) time.Time {
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	return time.Date(year, month, day, hour, minute, second, 0, time.UTC)
}

// due returns the first time of the schedule that is not before t, on a clock
// that is never changed.
func (s Schedule) due(t time.Time) (time.Time, bool) {
	year, month, day := t.Date()
	if s.runsOn(year, month).has(day) {
		if hour, minute, second, ok := s.dueClock(t.Clock()); ok {
			return time.Date(year, month, day, hour, minute, second, 0, time.UTC), true
		}
	}
	// No two days of a schedule are more than eight years apart: the 29th of
	// February was not in 1900.
	for range 8*12 + 1 {
		if day, ok := s.runsOn(year, month).next(day + 1); ok {
			return time.Date(year, month, day, s.hour.first(), s.minute.first(), s.second.first(), 0, time.UTC), true
		}
		if month, day = month+1, 0; month > time.December {
			year, month = year+1, time.January
		}
	}
	return time.Time{}, false
}

// dueClock returns the first time of a day that is not before the given one.
func (s Schedule) dueClock(hour, minute, second int) (h, m, sec int, ok bool) {
	for {
		if h, ok = s.hour.next(hour); !ok {
			return 0, 0, 0, false
		}
		if h > hour {
			return h, s.minute.first(), s.second.first(), true
		}
		if m, ok = s.minute.next(minute); !ok {
			hour, minute, second = hour+1, 0, 0
			continue
		}
		if m > minute {
			return h, m, s.second.first(), true
		}
		if sec, ok = s.second.next(second); ok {
			return h, m, sec, true
		}
		minute, second = minute+1, 0
	}
}

// runsOn returns the days of a month on which it runs.
func (s Schedule) runsOn(year int, month time.Month) set {
	first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	length := first.AddDate(0, 1, -1).Day()
	return s.runsIn(int(month), int(first.Weekday()), length)
}

// runsIn returns the days on which it runs of a month that begins on a day of the
// week and has so many days.
func (s Schedule) runsIn(month, first, length int) set {
	if !s.month.has(month) {
		return 0
	}
	days := s.day
	for weekday := range s.weekday.all() {
		days |= every(1+(weekday-first+7)%7, 31, 7)
	}
	return days & span(1, length)
}
