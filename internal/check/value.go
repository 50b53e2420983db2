package check

import (
	"cmp"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/text"
)

// checkText returns what is wrong with a text, beginning with a blank; empty if
// nothing.
func checkText(n *job.Node, t *plan.String, f *forms) string {
	if len(t.OneOf) > 0 {
		for _, text := range t.OneOf {
			if n.Text == text {
				return ""
			}
		}
		return " is " + n.InSentence() + "; it must be " + oneOf(t.OneOf) + guess(n, t.OneOf)
	}
	length := utf8.RuneCountInString(n.Text)
	switch {
	case length < t.MinRunes && length == 0:
		return " is empty"
	case length < t.MinRunes:
		return fmt.Sprintf(" is %s; it must have at least %d characters", n.InSentence(), t.MinRunes)
	case t.MaxRunes > 0 && length > t.MaxRunes:
		return fmt.Sprintf(" has %d characters; at most %d are allowed", length, t.MaxRunes)
	}
	if wrong := f.wrong(n.Text, t); wrong != "" {
		return " is " + n.InSentence() + "; it must " + wrong
	}
	return ""
}

// openText returns what is wrong with a text outside a list that may be incomplete,
// beginning with a blank.
func openText(n *job.Node, known []string) (Kind, string) {
	if meant := guess(n, known); meant != "" {
		return Misspelt, " is " + n.InSentence() + "; it must be " + oneOf(known) + meant
	}
	return Listed, " is " + n.InSentence() + ", which is not known to exist; known are " + text.And(known)
}

// guess names the accepted text that was meant, if one is close.
func guess(n *job.Node, texts []string) string {
	if len(n.Secrets) > 0 {
		return ""
	}
	sameDigits := slices.DeleteFunc(slices.Clone(texts), func(accepted string) bool { return digits(accepted) != digits(n.Text) })
	if meant := text.Closest(n.Text, sameDigits); meant != "" {
		return " (did you mean " + meant + "?)"
	}
	return ""
}

// digits returns the digits of a text: another version is no mistyped one.
func digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

var integer = regexp.MustCompile(`^-?[0-9]+$`)

// checkInt returns what is wrong with a number, beginning with a blank.
func checkInt(digits string, t *plan.Int) string {
	if !integer.MatchString(digits) {
		return " is " + text.Short(digits) + "; it must be a whole number without fraction or exponent"
	}
	n, _ := new(big.Int).SetString(digits, 10)
	if len(t.OneOf) > 0 {
		if n.IsInt64() && slices.Contains(t.OneOf, n.Int64()) {
			return ""
		}
		return " is " + text.Short(digits) + "; it must be " + numbers(t.OneOf)
	}
	if n.Cmp(big.NewInt(t.Min)) < 0 || n.Cmp(big.NewInt(t.Max)) > 0 {
		return fmt.Sprintf(" is %s; it must be from %d to %d", text.Short(digits), t.Min, t.Max)
	}
	return ""
}

// otherKind returns the message for a value of a kind that is not accepted, and what
// to do where quotes make the difference, and nothing else is wrong then.
func (c *checker) otherKind(n *job.Node, t *plan.Type) (message, advice string) {
	if n.Kind == job.Null {
		return " has no value; give it " + describe(t) + " or remove it", ""
	}
	message = " is " + n.InSentence() + "; it must be "
	isScalar := n.Kind == job.Number || n.Kind == job.Bool
	switch {
	case len(n.Secrets) > 0:
	case isScalar && t.String != nil && checkText(n, t.String, c.forms) == "":
		return message + describe(t), `write "` + text.Short(n.Text) + `"`
	case isScalar && t.String != nil && len(t.String.OneOf) > 0 && t.Int == nil && !t.Bool:
		return message + oneOf(t.String.OneOf), ""
	case n.Kind == job.String && t.Int != nil && integer.MatchString(n.Text):
		if checkInt(n.Text, t.Int) != "" {
			return message + describe(t) + allowed(t.Int), ""
		}
		return message + describe(t) + ": write " + text.Short(n.Text) + " without quotes", ""
	case n.Kind == job.String && t.Bool && (n.Text == "true" || n.Text == "false"):
		return message + describe(t) + ": write " + n.Text + " without quotes", ""
	}
	return message + describe(t), ""
}

// allowed returns which whole numbers are accepted.
func allowed(t *plan.Int) string {
	if len(t.OneOf) > 0 {
		return ": " + numbers(t.OneOf)
	}
	return fmt.Sprintf(" from %d to %d", t.Min, t.Max)
}

// needs returns what a missing value has to be.
func needs(t *plan.Type) string {
	switch {
	case t.String != nil && len(t.String.OneOf) > 0:
		return "it must be " + oneOf(t.String.OneOf)
	case t.Int != nil && len(t.Int.OneOf) > 0:
		return "it must be " + numbers(t.Int.OneOf)
	}
	return describe(t) + " is required"
}

// numbers joins numbers to "1, 2 or 3".
func numbers(list []int64) string {
	var texts []string
	for _, n := range list {
		texts = append(texts, strconv.FormatInt(n, 10))
	}
	return oneOf(texts)
}

// describe returns what a type accepts: "a whole number", "text or a list".
func describe(t *plan.Type) string {
	var kinds []string
	if t.String != nil {
		if t.Bool && slices.Equal(t.String.OneOf, []string{"true", "false"}) {
			kinds = nil // the same in quotes
		} else if len(t.String.OneOf) > 0 && len(t.String.OneOf) <= 4 {
			kinds = append(kinds, t.String.OneOf...)
		} else {
			kinds = append(kinds, cmp.Or(t.String.Words, "text"))
		}
	}
	if t.Int != nil {
		kinds = append(kinds, "a whole number")
	}
	if t.Bool {
		kinds = append(kinds, "true or false")
	}
	if t.List != nil {
		kinds = append(kinds, "a list")
	}
	if t.Object != nil {
		kinds = append(kinds, "a structure")
	}
	return oneOf(kinds)
}

// oneOf lists what a value may be; the empty text by a word.
func oneOf(words []string) string {
	words = slices.Clone(words)
	for i := range words {
		if words[i] == "" {
			words[i] = "empty"
		}
	}
	return text.Or(words)
}
