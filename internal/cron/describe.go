package cron

import (
	"fmt"
	"strings"
	"time"

	"saejob/internal/text"
)

// Describe returns in English when it runs: "every 5 minutes", "every day at 01:00",
// "every hour at minutes 0, 7 and 20, Monday to Friday". Two schedules have the
// same description if they mean the same, and only then.
func (s Schedule) Describe() string {
	if s.Never() {
		return "never"
	}
	days, times := s.describeDays(), s.describeTimes()
	switch {
	case strings.HasPrefix(times, "at "):
		return days + " " + times
	case days == "every day":
		return times
	}
	return times + ", " + days
}

func (s Schedule) describeDays() string {
	months, allYear := "", s.month == span(1, 12)
	if !allYear {
		months = " in " + list(s.month, func(n int) string { return time.Month(n).String() })
	}
	var days []string
	switch {
	case s.everyDay():
		return "every day" + months
	case s.weekday == 0 && s.day.size() == 1 && s.month.size() == 1:
		return fmt.Sprintf("every %s %d", time.Month(s.month.first()), s.day.first())
	case s.day != 0 && allYear:
		days = append(days, numbers("day", s.day)+" of every month")
	case s.day != 0:
		days = append(days, numbers("day", s.day))
	}
	if s.weekday != 0 {
		days = append(days, describeWeek(s.weekday))
	}
	return strings.Join(days, " and ") + months
}

// describeWeek names days of the week, from Monday on.
func describeWeek(days set) string {
	names := weekNames(days)
	if days = fromMonday(days); days.size() > 2 && days.isSpan() {
		return names
	}
	return "every " + names
}

// weekNames names days of the week, from Monday on: "Friday to Sunday".
func weekNames(days set) string {
	return list(fromMonday(days), func(n int) string { return time.Weekday(n % sunday).String() })
}

// fromMonday returns days of the week with Sunday as the last.
func fromMonday(days set) set {
	if days.has(0) {
		days = days&^only(0) | only(sunday)
	}
	return days
}

// mostTimes is how many times of day are named one by one.
const mostTimes = 6

// describeTimes names the times of day, in words that begin with "at" or "every".
func (s Schedule) describeTimes() string {
	if s.second != only(0) {
		return s.describeSeconds()
	}
	minutes, isEven := often("minute", s.minute, 60)
	hours, isEvenDay := often("hour", s.hour, 24)
	oneMinute := s.minute.size() == 1
	switch {
	case hours == "every hour" && isEven:
		return minutes
	case hours == "every hour", isEvenDay && oneMinute && s.hour.size() > 3:
		if s.minute == only(0) {
			return hours
		}
		return hours + " at " + numbers("minute", s.minute)
	case s.isFew():
		return "at " + s.clocks()
	case s.hour.isSpan() && isEven:
		return minutes + s.fromTo()
	case s.hour.isSpan() && oneMinute:
		return "every hour" + s.fromTo()
	}
	return minutes + " of " + numbers("hour", s.hour)
}

// describeSeconds names the times of day where seconds matter.
func (s Schedule) describeSeconds() string {
	seconds, isEven := often("second", s.second, 60)
	minutes, _ := often("minute", s.minute, 60)
	hours, _ := often("hour", s.hour, 24)
	hourly := minutes == "every minute" && hours == "every hour"
	switch {
	case hourly && isEven:
		return seconds
	case hourly:
		return minutes + " " + seconds
	case s.isFew():
		return "at " + s.clocks()
	}
	return seconds + " of " + each("minute", s.minute, 60) + " of " + each("hour", s.hour, 24)
}

// isFew reports whether the times of day are named one by one.
func (s Schedule) isFew() bool {
	return s.second.size()*s.minute.size()*s.hour.size() <= mostTimes
}

// clocks names the times of day one by one.
func (s Schedule) clocks() string {
	var times []string
	for hour := range s.hour.all() {
		for minute := range s.minute.all() {
			for second := range s.second.all() {
				times = append(times, clock(hour, minute, second))
			}
		}
	}
	return text.And(times)
}

// fromTo names the first time of day and the last.
func (s Schedule) fromTo() string {
	return fmt.Sprintf(" from %s to %s", clock(s.hour.first(), s.minute.first(), 0), clock(s.hour.last(), s.minute.last(), 0))
}
