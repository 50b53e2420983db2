package text

import "strings"

// FirstSentence returns the first sentence of a text, in a line, and the rest.
func FirstSentence(s string) (first, rest string) {
	s = strings.Join(strings.Fields(s), " ")
	if end := strings.Index(s, ". "); end >= 0 {
		return s[:end+1], s[end+2:]
	}
	return s, ""
}
