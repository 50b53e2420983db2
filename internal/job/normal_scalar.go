package job

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// name reads the name of a member, with its colon, and returns the offset after it.
func (r *normalReader) name(l textLine, at int, e *Entry) (after int, taken bool) {
	end := at + nameEnd(l.text[at:])
	if end == at {
		return 0, false
	}
	e.Key, e.KeyRange = l.text[at:end], l.stretch(at, end)
	if quote := l.text[at]; quote == '"' || quote == '\'' {
		e.Key, taken = unquote(l.text[at:end])
		return end + 1, taken
	}
	return end + 1, keyMisread(e.Key) == ""
}

// longestName is how many bytes the name of a member may take: YAML's own bound is
// 1024 characters.
const longestName = 1000

// nameEnd returns how long the name of a member is that begins a text, without its
// colon; 0 where no name does.
func nameEnd(text string) int {
	end := 0
	switch {
	case text == "":
		return 0
	case text[0] == '"' || text[0] == '\'':
		end = quotedEnd(text, text[0])
	case beginsPlain(text):
		end = strings.IndexByte(text, ':')
		for end >= 0 && end+1 < len(text) && text[end+1] != ' ' {
			next := strings.IndexByte(text[end+1:], ':')
			if next < 0 {
				return 0
			}
			end += 1 + next
		}
		if end <= 0 || text[end-1] == ' ' || !isPlainPart(text[:end]) {
			return 0
		}
	}
	colon := end > 0 && end < longestName && end < len(text) && text[end] == ':'
	if !colon || end+1 < len(text) && text[end+1] != ' ' {
		return 0
	}
	return end
}

// afterName reads what is after the name of a member: its value, or nothing, as
// that follows in the next lines.
func (r *normalReader) afterName(l textLine, at int, e *Entry, indent int) bool {
	rest := strings.TrimLeft(l.text[at:], " ")
	if rest == "" || rest[0] == '#' {
		r.waiting = e
		return r.trail(l, at)
	}
	return r.value(l, len(l.text)-len(rest), e, indent)
}

// value reads the value that begins at an offset of a line; indent is that of the
// structure it is in.
func (r *normalReader) value(l textLine, at int, e *Entry, indent int) bool {
	n, rest := e.Value, l.text[at:]
	switch {
	case rest == "":
		return false
	case rest[0] == '"' || rest[0] == '\'':
		end := quotedEnd(rest, rest[0])
		if end == 0 {
			return false
		}
		text, ok := unquote(rest[:end])
		n.Kind, n.Text, n.Range = String, text, l.stretch(at, at+end)
		if mayBeJSON(text) {
			n.spelling = &spelling{r.file, span{l.start + at + 1, l.start + at + end - 1}, rest[0]}
		}
		return ok && r.trail(l, at+end)
	case rest[0] == '[' || rest[0] == '{':
		if !strings.HasPrefix(rest, "[]") && !strings.HasPrefix(rest, "{}") {
			return false
		}
		n.Kind, n.Range = List, l.stretch(at, at+2)
		if rest[0] == '{' {
			n.Kind = Object
		}
		return r.trail(l, at+2)
	case rest[0] == '|':
		return r.block(l, at, n, indent)
	}
	return r.plain(l, at, n)
}

// plain reads a scalar without quotes.
func (r *normalReader) plain(l textLine, at int, n *Node) bool {
	text := l.text[at:]
	if end := strings.Index(text, " #"); end >= 0 {
		text = strings.TrimRight(text[:end], " ")
	}
	if !beginsPlain(text) || !isPlainPart(text) || text[len(text)-1] == ' ' || text[len(text)-1] == ':' || strings.Contains(text, ": ") {
		return false
	}
	kind, misread := plainKind(text)
	n.Kind, n.Text, n.Range = kind, text, l.stretch(at, at+len(text))
	if kind == Null {
		n.Text = ""
	}
	return misread == "" && r.trail(l, at+len(text))
}

// beginsPlain reports whether a text can begin a scalar without quotes, for
// certain.
func beginsPlain(text string) bool {
	c, _ := utf8.DecodeRuneInString(text)
	switch {
	case strings.HasPrefix(text, "..."):
		return false // the end of a document, if it begins its line
	case unicode.IsLetter(c), c >= '0' && c <= '9', strings.ContainsRune("/_$(<.+~", c):
		return true
	}
	return c == '-' && len(text) > 1 && text[1] >= '0' && text[1] <= '9'
}

// isPlainPart reports whether a text has nothing that ends a scalar without quotes.
func isPlainPart(text string) bool {
	return isVisible(text) && !strings.Contains(text, " #")
}
