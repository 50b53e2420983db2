package job

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// spelling is how a text stands in its file.
type spelling struct {
	file *fileLines
	span
	// quote is what it stands in; 0 where it has none.
	quote byte
}

// offsets returns for each byte of the text, and for its end, the offset at which
// it stands in the file: a visible character where it begins, a blank where the
// visible one before it ends. Nil where the spelling is not understood.
//
// However a text is quoted and folded, its visible characters stand in the file
// in the same order; only what is between them differs.
func (s *spelling) offsets(text string) []int {
	offsets := make([]int, 0, len(text)+1)
	at := s.start
	for _, c := range text {
		begin := at
		if !isBlank(c) {
			if begin, at = s.next(c, at); begin < 0 {
				return nil
			}
		}
		for range utf8.RuneLen(c) {
			offsets = append(offsets, begin)
		}
	}
	return append(offsets, at)
}

// next returns where the next visible character, c, begins and ends; less than 0
// where it is another.
func (s *spelling) next(c rune, at int) (begin, end int) {
	for at < s.end {
		found, size := s.character(at)
		switch {
		case isBlank(found):
		case found == c || found == escaped:
			return at, min(at+size, s.end)
		default:
			return -1, -1
		}
		at += size
	}
	return -1, -1
}

// escaped stands for a visible character that has an escape.
const escaped = -1

// character returns the character that stands at an offset, and its size in bytes.
func (s *spelling) character(at int) (c rune, size int) {
	rest := s.file.text[at:s.end]
	switch {
	case rest[0] == '\\' && s.quote == '"' && len(rest) > 1:
		return escape(string(rest[1:min(len(rest), 13)]))
	case rest[0] == '\'' && s.quote == '\'':
		return '\'', 2
	}
	return utf8.DecodeRune(rest)
}

// escape returns what an escape stands for, of which text is what follows the
// backslash. One for half of a surrogate pair has the other half after it.
func escape(text string) (c rune, size int) {
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[text[0]]
	if digits == 0 {
		if strings.IndexByte("ntr \t\n", text[0]) >= 0 {
			return ' ', 2
		}
		return escaped, 2
	}
	code, err := strconv.ParseUint(text[1:min(len(text), 1+digits)], 16, 32)
	switch {
	case err == nil && isBlank(rune(code)):
		return ' ', 2 + digits
	case digits == 4 && code >= 0xd800 && code <= 0xdbff:
		return escaped, 2 * (2 + digits)
	}
	return escaped, 2 + digits
}

func isBlank(c rune) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// mayBeJSON reports whether a text begins as a list or a structure does.
func mayBeJSON(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	return text != "" && (text[0] == '[' || text[0] == '{')
}
