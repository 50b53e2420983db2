package lint

import (
	"slices"
	"strings"
	"unicode/utf8"

	"saejob/internal/job"
)

// Snippet is a line of a file without its secrets and its comment.
type Snippet struct {
	// Line is empty where the line must not be shown.
	Line string
	// Column and Width say what to point at, in code points; columns from 1.
	Column, Width int
}

// snippet returns the line that a range begins in. Nothing is shown of a line that
// is longer than anybody reads.
func (l *maskedLines) snippet(r job.Range) Snippet {
	if r.Line < 1 || r.Line > len(l.text) || len(l.text[r.Line-1]) > 1000 {
		return Snippet{}
	}
	end := utf8.RuneCountInString(l.text[r.Line-1]) + 1
	if r.EndLine == r.Line {
		end = min(end, r.EndColumn)
	}
	s := Snippet{Column: r.Column, Width: end - r.Column}
	line := l.covered(r.Line, func(from, to, grown int) {
		switch {
		case to <= s.Column:
			s.Column += grown
		case from < s.Column:
			s.Column, s.Width = from, to-from+grown
		case from >= s.Column && to <= end:
			s.Width += grown
			end += grown
		}
	})
	s.Line = strings.TrimRight(line, " \t")
	s.Width = max(1, min(s.Width, utf8.RuneCountInString(s.Line)-s.Column+1))
	return s
}

// covered returns a line with its covers, from the last to the first; moved is told
// of each: the columns it covers, and by how much they grew.
func (l *maskedLines) covered(number int, moved func(from, to, grown int)) string {
	line := []rune(l.text[number-1])
	covers := l.hidden[number]
	slices.SortFunc(covers, func(a, b cover) int { return b.from - a.from })
	for _, c := range covers {
		to := min(c.to, len(line)+1)
		if c.from < 1 || c.from > to {
			continue
		}
		as := []rune(c.as)
		grown := len(as) - (to - c.from)
		line = append(line[:c.from-1:c.from-1], append(as, line[to-1:]...)...)
		moved(c.from, to, grown)
	}
	return string(line)
}
