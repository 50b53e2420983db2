package secret

import (
	"strings"
)

// quote is a quotation mark with the backslashes before it: text in text in
// text has \\\"these\\\".
type quote struct {
	mark byte
	// slashes is 0, 1, 3 or 7.
	slashes int
}

func isQuote(c rune) bool { return c == '"' || c == '\'' || c == '`' }

func (q quote) size() int { return q.slashes + 1 }

// quoteAt returns the quote that begins at a place of the text.
func quoteAt(text string, at int) (quote, bool) {
	i := at
	for i < len(text) && text[i] == '\\' && i-at < 8 {
		i++
	}
	n := i - at
	if i == len(text) || !isQuote(rune(text[i])) || n&(n+1) != 0 {
		return quote{}, false
	}
	return quote{text[i], n}, true
}

// find returns the place, from at on and before end, where the quote closes; -1
// where it does not. Inside, the same mark has other backslashes before it.
func (q quote) find(text string, at, end int) int {
	for i := at; i < end; i++ {
		n := strings.IndexByte(text[i:end], q.mark)
		if n < 0 {
			return -1
		}
		i += n
		slashes := 0
		for i-slashes > at && text[i-slashes-1] == '\\' {
			slashes++
		}
		if slashes%(2*q.size()) == q.slashes {
			return i - q.slashes
		}
	}
	return -1
}

// findInLine is find that does not look beyond the line.
func (q quote) findInLine(text string, at, end int) int {
	found := q.find(text, at, end)
	if found >= 0 && strings.ContainsAny(text[at:found], "\r\n") {
		return -1
	}
	return found
}

// balanced returns the end of a structure in braces or brackets; the end of the
// text where they do not match.
func balanced(text string, at int) int {
	depth := 0
	for i := at; i < len(text); i++ {
		if q, ok := quoteAt(text, i); ok && q.mark != '`' {
			end := q.find(text, i+q.size(), len(text))
			if end < 0 {
				return len(text)
			}
			i = end + q.size() - 1
			continue
		}
		switch text[i] {
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(text)
}
