package cron

import (
	"fmt"
	"strconv"

	"saejob/internal/text"
)

// often names the numbers of a unit of which there are count: "every minute",
// "every 5 minutes", which is even, else "at minutes 1 and 7".
func often(unit string, some set, count int) (text string, isEven bool) {
	if some == span(0, count-1) {
		return "every " + unit, true
	}
	for step := 2; step < count; step++ {
		if count%step == 0 && some == every(0, count-1, step) {
			return fmt.Sprintf("every %d %ss", step, unit), true
		}
	}
	return "at " + numbers(unit, some), false
}

// each names the numbers of a unit of which there are count: "every minute", or
// "minutes 1 and 7".
func each(unit string, some set, count int) string {
	if some == span(0, count-1) {
		return "every " + unit
	}
	return numbers(unit, some)
}

// numbers names the numbers of a unit: "minute 1", "minutes 1 and 7".
func numbers(unit string, some set) string {
	if some.size() > 1 {
		unit += "s"
	}
	return unit + " " + list(some, strconv.Itoa)
}

// list names the numbers of a set, three or more in a row by the ends.
func list(some set, name func(int) string) string {
	var names []string
	for some != 0 {
		low, high := some.first(), some.first()
		for some.has(high + 1) {
			high++
		}
		switch {
		case high-low > 1:
			names = append(names, name(low)+" to "+name(high))
		case high > low:
			names = append(names, name(low), name(high))
		default:
			names = append(names, name(low))
		}
		some &^= span(low, high)
	}
	return text.And(names)
}

// clock writes a time of day, with its second if it has one.
func clock(hour, minute, second int) string {
	if second == 0 {
		return fmt.Sprintf("%02d:%02d", hour, minute)
	}
	return fmt.Sprintf("%02d:%02d:%02d", hour, minute, second)
}
