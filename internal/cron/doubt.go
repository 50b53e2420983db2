package cron

import (
	"fmt"
	"strings"

	"saejob/internal/text"
)

// Doubt returns in words how programs that read cron expressions understand the
// days of one differently; empty where Spring and Kubernetes, either of which may
// be what SAE uses, agree, and for what [Parse] refuses. What Parse makes of an
// expression in doubt is only one of its readings.
//
// A number of a day of the week is no doubt by itself: EventBridge's page, whose
// triggers start SAE's templates, says that 1-5 is Monday to Friday.
func Doubt(expr string) string {
	texts := split(expr)
	if _, err := Parse(expr); err != nil {
		return ""
	}
	day, week := texts[len(texts)-3], texts[len(texts)-1]
	if isOpen(week) {
		return ""
	}
	var doubts []string
	if !isOpen(day) && !(isAll(3, day) && isAll(5, week)) {
		doubts = append(doubts, bothDays(day, week))
	}
	if d := weekdays(week); d != "" {
		doubts = append(doubts, d)
	}
	return strings.Join(doubts, "; ")
}

// isAll reports whether a part stands for all of its numbers.
func isAll(place int, text string) bool {
	p := parts[place]
	numbers, err := cell{p, text}.read()
	return err == nil && numbers == span(p.low, p.last())
}

// bothDays returns what is made of a day of month beside a day of week.
func bothDays(day, week string) string {
	either, both := "cron and Kubernetes take", "Spring takes"
	if strings.HasPrefix(day, "*") || strings.HasPrefix(week, "*") {
		either, both = "Kubernetes takes", "cron and Spring take"
	}
	return fmt.Sprintf("day of month is %s and day of week is %s: %s the days that are either, %s those that are both, Quartz refuses it",
		text.Word(day), text.Word(week), either, both)
}

// weekdays returns what is made of a day of week; empty where there is no doubt.
func weekdays(week string) string {
	var made []string           // what is made of it, in the order of the readers
	by := map[string][]string{} // the readers that make it
	for _, r := range readers {
		days, ok := r.week(week)
		what := "refuse"
		if ok {
			what = "take it as " + weekNames(days)
		}
		if by[what] == nil {
			made = append(made, what)
		}
		by[what] = append(by[what], r.name)
	}
	one, ok := readers[spring].week(week)
	if other, ok2 := readers[kubernetes].week(week); ok && ok2 && one == other {
		return ""
	}
	var clauses []string
	for _, what := range made {
		clauses = append(clauses, agree(by[what], what))
	}
	return fmt.Sprintf("day of week is %s: %s", text.Word(week), strings.Join(clauses, ", "))
}

// agree returns a sentence about one reader or several.
func agree(readers []string, what string) string {
	verb, rest, _ := strings.Cut(what, " ")
	if len(readers) == 1 {
		verb += "s"
	}
	if rest == "" {
		rest = "it"
	}
	return text.And(readers) + " " + verb + " " + rest
}
