package cron

import "strings"

// reader is a program that reads the day of week of an expression in its own way.
type reader struct {
	name string
	// low and high are the numbers that it takes, star are those that "*" stands for;
	// sunday is the number of SUN, and first what it calls the day that Go calls 0.
	low, high, star, sunday, first int
	// openStep: 3/2 is 3-high/2. wraps: a range may run over the end of the week.
	openStep, wraps bool
}

// The readers that are known, by their sources: cronie's and Vixie's cron (man 5
// crontab), Spring 5.3 and later (BitsCronField), Kubernetes (robfig/cron v3) and
// Quartz (CronExpression).
var readers = [...]reader{
	{name: "cron", high: 7},
	{name: "Spring", high: 7, star: 1, sunday: 7, openStep: true},
	{name: "Kubernetes", high: 6, openStep: true},
	{name: "Quartz", low: 1, high: 7, star: 1, sunday: 1, first: 1, openStep: true, wraps: true},
}

// The places of those that may be what SAE uses: EventBridge's page has Spring's
// examples, and jobs with SAE's fields are Kubernetes's.
const spring, kubernetes = 1, 2

// week returns the days of the week that a part stands for; false: it is refused.
func (r reader) week(text string) (set, bool) {
	var days set
	for item := range strings.SplitSeq(text, ",") {
		ends, stepText, stepped := strings.Cut(item, "/")
		low, high, ok := r.ends(ends, stepped)
		step := 1
		if stepped {
			step, _ = number(stepText)
		}
		if !ok || step < 1 {
			return 0, false
		}
		for n := low; n <= high; n += step {
			days |= only((n - r.first + 7) % 7)
		}
	}
	return days, true
}

// ends returns where an item begins and ends.
func (r reader) ends(text string, stepped bool) (low, high int, ok bool) {
	if text == "*" {
		return r.star, r.high, true
	}
	first, last, isRange := strings.Cut(text, "-")
	low, ok = r.number(first)
	high = low
	switch {
	case !ok:
		return 0, 0, false
	case isRange:
		if high, ok = r.number(last); !ok {
			return 0, 0, false
		}
		if r.name == "Spring" && low == sunday {
			low = 0
		}
	case stepped:
		high = r.high
		ok = r.openStep
	}
	if high < low && r.wraps {
		high += 7
	}
	return low, high, ok && low <= high
}

// number reads a number or a name.
func (r reader) number(text string) (int, bool) {
	week := parts[len(parts)-1]
	if i := strings.Index(week.names, strings.ToUpper(text)); len(text) == 3 && i >= 0 && i%3 == 0 {
		if i == 0 {
			return r.sunday, true
		}
		return i/3 + r.first, true
	}
	n, ok := number(text)
	return n, ok && r.low <= n && n <= r.high
}
