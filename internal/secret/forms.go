package secret

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// form is a way to write a secret that no name tells: in a command, a sentence, an
// address. Group 1 of the pattern is the secret.
type form struct {
	// needs are in every text that has it, in small letters: most texts have not.
	needs   []string
	pattern func() *regexp.Regexp
	// keep reports whether it is a secret indeed; nil: always.
	keep func(value string) bool
}

// lazy returns a pattern that is compiled when a text needs it: most runs need few.
func lazy(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

// knownForms are all forms.
var knownForms = slices.Concat(commandForms, formsOf(commandOptions), sentenceForms, addressForms)

// forms finds what commands, sentences and addresses of known form hold.
func forms(text string) []span {
	small := strings.ToLower(text)
	var found []span
	for _, f := range knownForms {
		missing := func(need string) bool { return !strings.Contains(small, need) }
		if !slices.ContainsFunc(f.needs, missing) {
			found = append(found, f.find(text)...)
		}
	}
	return found
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
		s := span{at + m[2], at + m[3]}
		if left -= s.end - s.start; left <= 0 {
			return append(found, span{s.start, len(text)})
		}
		if f.keep == nil || f.keep(text[s.start:s.end]) {
			found = append(found, s)
		}
		at = s.start
	}
	return found
}

func isNotReference(value string) bool { return !reference.MatchString(value) }
