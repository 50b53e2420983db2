package secret

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineEnd returns the end of the line that holds a place of the text.
func lineEnd(text string, at int) int {
	if n := strings.IndexAny(text[at:], "\r\n"); n >= 0 {
		return at + n
	}
	return len(text)
}

// trimRight returns the end of what stands before the blanks at the end.
func trimRight(text string, start, end int) int {
	return start + len(strings.TrimRightFunc(text[start:end], isSpace))
}

// isSpace reports whether a character is blank: also one that only looks like it,
// or like nothing.
func isSpace(c rune) bool {
	if c < 0x80 {
		return c == ' ' || c >= '\t' && c <= '\r'
	}
	return unicode.IsSpace(c) || unicode.Is(unicode.Zs, c) || unicode.Is(unicode.Cf, c)
}

// isBoundary reports whether a quote may close before a place of the text.
func isBoundary(text string, at int) bool {
	if at >= len(text) {
		return true
	}
	c, _ := utf8.DecodeRuneInString(text[at:])
	return isSpace(c) || isQuote(c) || strings.ContainsRune(`,;)]}>|&\/`, c)
}

// skipBlanks returns the place after the blanks of a line.
func skipBlanks(text string, at int) int {
	return len(text) - len(strings.TrimLeftFunc(text[at:], func(c rune) bool { return isSpace(c) && c != '\n' && c != '\r' }))
}

func isNameRune(c rune) bool {
	if c < 0x80 {
		return isAlphanumeric(byte(c)) || strings.IndexByte("_-.%$@", byte(c)) >= 0
	}
	return unicode.IsLetter(c) || unicode.IsMark(c) || unicode.IsDigit(c) || unicode.Is(unicode.Cf, c)
}

func isAlphanumeric(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}
