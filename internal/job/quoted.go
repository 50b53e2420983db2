package job

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// quotedEnd returns how long the text in quotes is that begins a text; 0 where it
// does not end.
func quotedEnd[T string | []byte](text T, quote byte) int {
	for i := 1; i < len(text); i++ {
		switch {
		case quote == '"' && text[i] == '\\':
			i++
		case text[i] != quote:
		case quote == '\'' && i+1 < len(text) && text[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return 0
}

// unquote returns what a text in quotes, on one line, is; false where it has an
// escape that [Print] does not write.
func unquote(quoted string) (text string, taken bool) {
	inner := quoted[1 : len(quoted)-1]
	switch {
	case !isVisible(inner):
		return "", false
	case quoted[0] == '\'':
		return strings.ReplaceAll(inner, "''", "'"), true
	case strings.IndexByte(inner, '\\') < 0:
		return inner, true
	}
	var b strings.Builder
	for inner != "" {
		at := strings.IndexByte(inner, '\\')
		if at < 0 {
			b.WriteString(inner)
			break
		}
		b.WriteString(inner[:at])
		c, size := unescape(inner[at+1:])
		if size == 0 {
			return "", false
		}
		b.WriteRune(c)
		inner = inner[at+1+size:]
	}
	return b.String(), true
}

// unescape returns the character that an escape of a double-quoted scalar stands
// for, and how long the escape is without its backslash; 0 where it is none that
// [Print] writes.
func unescape(text string) (c rune, size int) {
	if text == "" {
		return 0, 0
	}
	digits := 0
	switch text[0] {
	case '"', '\\':
		return rune(text[0]), 1
	case 'n':
		return '\n', 1
	case 'r':
		return '\r', 1
	case 't':
		return '\t', 1
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	}
	if digits == 0 || len(text) < 1+digits {
		return 0, 0
	}
	code, err := strconv.ParseUint(text[1:1+digits], 16, 32)
	if err != nil || !utf8.ValidRune(rune(code)) {
		return 0, 0
	}
	return rune(code), 1 + digits
}
