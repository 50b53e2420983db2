package read

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"saejob/internal/plan"
)

// The default of a field: a text, a whole number or a truth value.
var defaultForm = regexp.MustCompile(`^default=("[^"\\]*"|-?[0-9]+|true|false)$`)

// constantOf reads the value of a word; one without quotes that is neither a number
// nor a truth value is nil.
func constantOf(value string) *plan.Constant {
	switch {
	case strings.HasPrefix(value, `"`):
		return &plan.Constant{Kind: plan.TextConstant, Text: strings.Trim(value, `"`)}
	case value == "true" || value == "false":
		return &plan.Constant{Kind: plan.BoolConstant, Text: value}
	}
	if _, err := strconv.ParseInt(value, 10, 64); err != nil {
		return nil
	}
	return &plan.Constant{Kind: plan.IntConstant, Text: value}
}

// takes reports whether a constant is a value of a type. A text that must have a
// format is not known as one.
func takes(t plan.Type, c *plan.Constant) bool {
	switch c.Kind {
	case plan.BoolConstant:
		return t.Bool
	case plan.IntConstant:
		n, err := strconv.ParseInt(c.Text, 10, 64)
		return err == nil && t.Int != nil && accepts(t.Int, n)
	}
	s := t.String
	if s == nil || s.Formats != nil {
		return false
	}
	length := utf8.RuneCountInString(c.Text)
	return (s.OneOf == nil || slices.Contains(s.OneOf, c.Text)) && length >= s.MinRunes && (s.MaxRunes == 0 || length <= s.MaxRunes) &&
		(s.Pattern == "" || regexp.MustCompile(s.Pattern).MatchString(c.Text)) &&
		(s.NotPattern == "" || !regexp.MustCompile(s.NotPattern).MatchString(c.Text))
}
