package suppression

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// directive is how a comment begins that is a suppression.
var directive = regexp.MustCompile(`(?i)^[ \t]*#+[ \t]*saejob:ignore\b`)

// words are the parts of a directive: NAME=VALUE, the value in quotes where it has
// blanks.
var words = regexp.MustCompile(`^[ \t]*([A-Za-z]+)=("(?:[^"\\]|\\.)*"|[^ \t"]+)`)

const form = `write saejob:ignore=RULE reason="why"; add expires=YYYY-MM-DD if it is temporary`

// Comment reads a comment, from its # on; nil where it is no suppression.
func Comment(text string) *Suppression {
	begin := directive.FindStringIndex(text)
	if begin == nil {
		return nil
	}
	s := &Suppression{InSource: true}
	if !strings.HasSuffix(text[:begin[1]], "saejob:ignore") {
		s.Wrong = "it has capital letters; write saejob:ignore"
		return s
	}
	rest := "ignore" + text[begin[1]:]
	for strings.TrimSpace(rest) != "" {
		m := words.FindStringSubmatch(rest)
		if m == nil {
			s.Wrong = "it cannot be read; " + form
			return s
		}
		rest = rest[len(m[0]):]
		if wrong := s.set(m[1], unquote(m[2])); wrong != "" {
			s.Wrong = wrong
			return s
		}
	}
	s.Wrong = s.check()
	return s
}

// set takes one part of a directive and returns what is wrong with it.
func (s *Suppression) set(name, value string) string {
	switch name {
	case "ignore":
		s.Names = strings.Split(value, ",")
	case "reason":
		s.Reason = strings.TrimSpace(value)
	case "expires":
		day, err := ParseDay(value)
		if err != nil {
			return err.Error()
		}
		s.Expires = day
	default:
		return "unknown part " + name + "=; " + form
	}
	return ""
}

// check returns what is missing.
func (s *Suppression) check() string {
	for _, name := range s.Names {
		if name == "" {
			return "a rule's name is missing; " + form
		}
	}
	switch {
	case len(s.Names) == 0:
		return "it names no rule; " + form
	case s.Reason == "":
		return `it has no reason; add reason="why"`
	}
	return ""
}

// ParseDay reads a day as YYYY-MM-DD.
func ParseDay(text string) (time.Time, error) {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return time.Time{}, fmt.Errorf("%s is not a date; use YYYY-MM-DD, as in 2027-01-31", text)
	}
	return day, nil
}

func unquote(text string) string {
	if !strings.HasPrefix(text, `"`) {
		return text
	}
	return escapes.ReplaceAllString(text[1:len(text)-1], "$1")
}

var escapes = regexp.MustCompile(`\\(.)`)
