package secret

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// ending is where a value without quotes ends.
type ending uint8

const (
	// atBlank: at a blank, as an argument of a command does.
	atBlank ending = iota
	// atLine: at the end of the line, as a setting in a file does.
	atLine
	// atAmpersand: at a blank or an ampersand, as a parameter of a URL does.
	atAmpersand
)

// valueReader reads to the end of a value.
type valueReader struct {
	text string
	end  ending
	// sign is what gives the value to its name: what divides this pair also
	// divides the next one.
	sign byte
	// closer is the quote that was opened before the name, if one was.
	closer quote
	// limit is where to stop at the latest.
	limit int
}

// value returns the extent of the value that begins at a place of the text, without
// its quotes. It ends late rather than early.
func (r *valueReader) value(at int) span {
	if s, ok := r.tripled(at); ok {
		return s
	}
	if q, ok := quoteAt(r.text, at); ok {
		return r.quoted(at, q)
	}
	if at < len(r.text) && (r.text[at] == '{' || r.text[at] == '[') && !strings.HasPrefix(r.text[at:], "{{") {
		return span{at, balanced(r.text[:r.stop()], at)}
	}
	return span{at, r.bare(at)}
}

// tripled returns what stands in three quotes, over lines, as in TOML.
func (r *valueReader) tripled(at int) (span, bool) {
	for _, mark := range []string{`"""`, "'''"} {
		if !strings.HasPrefix(r.text[at:], mark) {
			continue
		}
		at += len(mark)
		end := strings.Index(r.text[min(at, r.stop()):r.stop()], mark)
		if end < 0 {
			return span{min(at, r.stop()), r.stop()}, true
		}
		return span{at, at + end}, true
	}
	return span{}, false
}

// quoted returns what stands in quotes, or, where more hangs on to them, all of it.
func (r *valueReader) quoted(at int, q quote) span {
	inside := at + q.size()
	end := q.find(r.text, inside, r.stop())
	if end < 0 {
		return span{min(inside, r.stop()), lineEnd(r.text[:r.stop()], at)}
	}
	after := end + q.size()
	if isBoundary(r.text, after) && !(r.end == atLine && goesOn(r.text, after)) {
		return span{inside, end}
	}
	end = r.bare(after)
	switch {
	case q.slashes > 0:
	case end < len(r.text) && r.text[end] == q.mark:
		return span{inside, end}
	case r.text[end-1] == q.mark && end > after:
		return span{inside, end - 1}
	}
	return span{at, end}
}

var joiner = regexp.MustCompile(`^[ \t]*(?:[+.]?[ \t]*["']|\+|\.\.? )`)

// goesOn reports whether quoted text is only the beginning of a value: "a" . "b".
func goesOn(text string, at int) bool { return joiner.MatchString(text[at:min(len(text), at+16)]) }

// bare returns the end of a value that has no quotes around it.
func (r *valueReader) bare(at int) int {
	stop := r.stop()
	if r.closer.mark != 0 {
		if end := r.closer.findInLine(r.text, at, stop); end >= 0 {
			return end
		}
	}
	i := at
	for i < stop {
		c, size := utf8.DecodeRuneInString(r.text[i:])
		switch {
		case c == '\n' || c == '\r',
			r.end != atLine && isSpace(c),
			r.end == atAmpersand && (c == '&' || c == '<' || c == '>'),
			(c == ';' || c == ',' || c == '&' || c == '#') && r.beginsPair(i+1):
			return trimRight(r.text, at, i)
		case r.end == atLine:
		case c == '\\' || isQuote(c):
			next, done := r.piece(i)
			if done {
				return i
			}
			i = next
			continue
		}
		i += size
	}
	return trimRight(r.text, at, min(i, len(r.text)))
}

// piece reads a quote or a backslash in a value: either the value ends there,
// because a quote is closed that was opened before it, or a piece in quotes
// belongs to it.
func (r *valueReader) piece(i int) (next int, done bool) {
	q, ok := quoteAt(r.text, i)
	if !ok {
		_, size := utf8.DecodeRuneInString(r.text[min(i+1, len(r.text)):])
		return i + 1 + size, false
	}
	if i+q.size() >= len(r.text) || isBoundary(r.text, i+q.size()) {
		return i, true
	}
	if end := q.findInLine(r.text, i+q.size(), r.stop()); end >= 0 {
		return end + q.size(), false
	}
	return lineEnd(r.text[:r.stop()], i), false
}

// beginsPair reports whether the next pair of name and value begins here.
func (r *valueReader) beginsPair(at int) bool {
	const longestName = 40
	rest := strings.TrimPrefix(r.text[at:min(len(r.text), at+2*longestName)], "amp;")
	rest = strings.TrimLeft(rest, " \t\r\n\\\"'")
	name := 0
	for name < len(rest) && (isAlphanumeric(rest[name]) || strings.IndexByte("_.-", rest[name]) >= 0) {
		name++
	}
	sign := strings.TrimLeft(rest[name:], " \t\\\"'")
	return name > 0 && name < longestName && (rest[0] == '_' || rest[0] > '9') && sign != "" && sign[0] == r.sign
}

// stop returns where to stop at the latest.
func (r *valueReader) stop() int { return min(r.limit, len(r.text)) }
