package secret

import (
	"cmp"
	"slices"
	"strings"

	"saejob/internal/job"
)

// span is a stretch of a text that is secret, in bytes.
type span struct{ start, end int }

// union returns the stretches that are in one of two lists of spans, in order and
// apart.
func union(a, b []span) []span {
	all := slices.Concat(a, b)
	slices.SortFunc(all, func(x, y span) int { return cmp.Compare(x.start, y.start) })
	var out []span
	for _, s := range all {
		if last := len(out) - 1; last >= 0 && s.start < out[last].end {
			out[last].end = max(out[last].end, s.end)
		} else if s.start < s.end {
			out = append(out, s)
		}
	}
	return out
}

// placeholders returns the placeholders that are in a text already.
func placeholders(text string) []span {
	if strings.IndexByte(text, job.Redacted[0]) < 0 {
		return nil // as most texts
	}
	var found []span
	for _, at := range job.Placeholders(text) {
		found = append(found, span{at[0], at[1]})
	}
	return found
}

// filler is what detectors see of a placeholder: a character that ends no value
// and is part of no name.
const filler = "\x1a"

// fill puts filler in the place of spans. Offsets stay as they are.
func fill(text string, spans []span) string {
	if len(spans) == 0 {
		return text
	}
	b := []byte(text)
	for _, s := range spans {
		for i := s.start; i < s.end; i++ {
			b[i] = filler[0]
		}
	}
	return string(b)
}

// hidesNothing reports whether there is nothing to hide in a text.
func hidesNothing(text string) bool { return strings.Trim(text, filler+"\"'`\\ \t\r\n") == "" }

// budget returns how many bytes of a text are read for values, which may lie in one
// another. A text that needs more was made to cost time: the rest of it is taken
// for a secret.
func budget(text string) int { return 4*len(text) + 1<<16 }
