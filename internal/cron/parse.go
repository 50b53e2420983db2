package cron

import (
	"fmt"
	"slices"
	"strings"

	"saejob/internal/text"
)

// Parse reads an expression of five parts: minute, hour, day of month, month and
// day of week; or of six, with the second before them. Between them are blanks
// or tabs. A part is "*", or numbers 5, ranges 1-5 and steps */10, 10-50/10 or
// 5/10, which is 5-59/10, as a list 1,5-7. Months and days of the week have
// names, JAN and MON, in any case.
//
// Where cron, Kubernetes, Quartz and Spring disagree, and [Doubt] says so:
//
//   - A day of week is 0 to 7: 0 and 7 are Sunday, 1 is Monday. So it is in cron and
//     Spring; EventBridge's page, whose triggers start SAE's templates, counts from
//     Monday, too. Kubernetes refuses 7; in Quartz 1 is Sunday. Names are the same
//     everywhere. A range may end with Sunday: FRI-SUN; Kubernetes refuses it.
//   - "?" stands alone, in place of a day, and means "*".
//   - When neither day is "*", "?" or "*/1", the schedule has the days that are
//     in either: 0 0 1 * MON runs on the first and on Mondays. So say POSIX and
//     Kubernetes, which has jobs with the fields of SAE's; Quartz refuses it, and
//     Spring runs only where both agree.
//   - "*/2" is such a day: what it selects counts, not that it has a star, as in
//     POSIX's words and in Kubernetes. Vixie's cron takes it the other way.
//   - L, W and #, ranges that run backwards, steps greater than the part's
//     numbers, macros such as @daily and a seventh part are refused.
//
// The error names the part that is wrong, what stands there and what is allowed.
// What is wrong with parts comes as [Errors].
func Parse(expr string) (Schedule, error) {
	texts := split(expr)
	if err := checkCount(texts); err != nil {
		return Schedule{}, err
	}
	six := len(texts) == len(parts)
	if !six {
		texts = slices.Insert(texts, 0, "0")
	}
	var sets [len(parts)]set
	var wrong Errors
	for i, p := range parts {
		var err error
		if sets[i], err = (cell{p, texts[i]}).read(); err != nil {
			wrong = append(wrong, err)
		}
	}
	if wrong != nil {
		return Schedule{}, wrong
	}
	s := Schedule{sets[0], sets[1], sets[2], sets[3], sets[5], sets[4], six}
	switch {
	case isOpen(texts[5]):
		s.weekday = 0
	case isOpen(texts[3]):
		s.day = 0
	}
	return s.normal(), nil
}

// split returns the parts of an expression.
func split(expr string) []string {
	return strings.FieldsFunc(expr, func(r rune) bool { return r == ' ' || r == '\t' })
}

// isOpen reports whether a day restricts nothing, so that the other day decides.
func isOpen(text string) bool {
	for item := range strings.SplitSeq(text, ",") {
		if item == "?" || item == "*" || item == "*/1" || item == "*/01" {
			return true
		}
	}
	return false
}

// checkCount refuses what has too few or too many parts.
func checkCount(texts []string) error {
	const want = "it must have 5 parts: minute, hour, day of month, month, day of week"
	switch {
	case len(texts) == 0:
		return fmt.Errorf("the expression is empty; %s", want)
	case strings.HasPrefix(texts[0], "@"):
		return fmt.Errorf("the expression is %s, which is not supported; %s", text.Word(strings.Join(texts, " ")), want)
	case len(texts) == 1:
		return fmt.Errorf("the expression has 1 part; %s", want)
	case len(texts) < len(parts)-1 || len(texts) > len(parts):
		return fmt.Errorf("the expression has %d parts; %s", len(texts), want)
	}
	return nil
}

// Errors are what is wrong with an expression, part by part.
type Errors []error

func (e Errors) Error() string {
	texts := make([]string, len(e))
	for i, err := range e {
		texts[i] = err.Error()
	}
	return strings.Join(texts, "; ")
}

// Unwrap returns the errors one by one.
func (e Errors) Unwrap() []error { return e }
