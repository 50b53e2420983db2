package job

import (
	"strings"
	"unicode/utf8"

	"saejob/internal/text"
)

// textLine is a line of a file.
type textLine struct {
	// number counts from 1; start is the line's offset in the file.
	number, start int
	text          string
	// wide: it has characters of more than one byte.
	wide bool
}

func (r *normalReader) textLine(i int) textLine {
	at := r.file.line(i)
	l := textLine{number: i + 1, start: at.start, text: r.text[at.start:at.end]}
	for j := 0; j < len(l.text) && !l.wide; j++ {
		l.wide = l.text[j] >= utf8.RuneSelf
	}
	return l
}

// stretch returns the range of a stretch of a line; where it is empty, of the
// character there.
func (l textLine) stretch(start, end int) Range {
	end = max(end, start+1)
	if l.wide {
		end = utf8.RuneCountInString(l.text[:end])
		start = utf8.RuneCountInString(l.text[:start])
	}
	return Range{l.number, start + 1, l.number, end + 1}
}

// indent returns how many blanks begin the line.
func (l textLine) indent() int { return len(l.text) - len(strings.TrimLeft(l.text, " ")) }

// trail takes what is after a value in its line: nothing, or a comment.
func (r *normalReader) trail(l textLine, at int) bool {
	rest := l.text[at:]
	if rest == "" {
		return true
	}
	comment := strings.TrimLeft(rest, " ")
	if comment == rest || comment == "" || comment[0] != '#' || !isComment(comment) {
		return false
	}
	r.remarks = append(r.remarks, remark{l.start + len(l.text) - len(comment), rest, false})
	return true
}

// isComment reports whether a text is one that the YAML parser takes for a comment.
func isComment(s string) bool {
	for _, c := range s {
		if isControl(c) || c == '\ufeff' {
			return false
		}
	}
	return true
}

// isVisible reports whether a text has only characters that can be seen.
func isVisible(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf {
			return strings.IndexFunc(s[i:], text.Invisible) < 0
		} else if c < ' ' || c == 0x7f {
			return false
		}
	}
	return true
}
