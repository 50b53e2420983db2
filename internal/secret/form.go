package secret

import (
	"regexp"
	"strings"
	"sync"
)

// form is a way to write a secret that no name tells: in a command, a sentence, an
// address. Group 1 of the pattern is the secret, or group 2.
type form struct {
	// needs are in every text that has it, in small letters: most texts have not.
	needs []string
	// words: one of them is in every text that has it.
	words   []string
	pattern func() *regexp.Regexp
	// not is what ends right before it where it is none; nil: nothing.
	not func() *regexp.Regexp
	// keep reports whether it is a secret indeed; nil: always.
	keep func(value string) bool
}

// lazy returns a pattern that is compiled when a text needs it: most runs need few.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// find finds the form in a text, also in the value of another one.
func (f *form) find(text string) []span {
	var found []span
	pattern, left := f.pattern(), budget(text)
	for at := 0; at < len(text); {
		m := pattern.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		s := groupOf(m, at)
		if left -= s.end - s.start; left <= 0 {
			return append(found, span{s.start, len(text)})
		}
		if (f.keep == nil || f.keep(text[s.start:s.end])) && !f.isNone(text, s.start) {
			found = append(found, s)
		}
		if s.start > at {
			at = s.start
		} else {
			at = s.end // nothing stands before the value
		}
	}
	return found
}

// groupOf returns the group that matched, the first or the second.
func groupOf(m []int, at int) span {
	if m[2] < 0 {
		return span{at + m[4], at + m[5]}
	}
	return span{at + m[2], at + m[3]}
}

// isNone reports whether what stands on the line before a value says that it is none.
func (f *form) isNone(text string, start int) bool {
	return f.not != nil && f.not().MatchString(text[strings.LastIndexByte(text[:start], '\n')+1:start])
}

func isNotReference(value string) bool { return !reference.MatchString(value) }
