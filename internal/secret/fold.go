package secret

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fold spells a name in small letters and digits with "_" between its words: as
// its signs divide it and, if so wished, the humps of camelCase. Characters that
// cannot be seen are left out.
func fold(name string, humps bool) string {
	out := make([]byte, 0, len(name)+8)
	var before rune
	gap := false
	for i, c := range name {
		if c >= 0x80 && unicode.Is(unicode.Cf, c) {
			continue
		}
		if !isLetter(c) && !(c >= '0' && c <= '9') {
			gap, before = len(out) > 0, 0
			continue
		}
		if gap || humps && before != 0 && isHump(before, c, name[i:]) {
			out = append(out, '_')
		}
		gap, before = false, c
		out = utf8.AppendRune(out, unicode.ToLower(c))
	}
	return string(out)
}

func isLetter(c rune) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 && (unicode.IsLetter(c) || unicode.IsMark(c))
}

// isHump reports whether a word begins at a letter, the first of rest: the B of aB,
// and of ABc.
func isHump(before, c rune, rest string) bool {
	if !unicode.IsUpper(c) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[utf8.RuneLen(c):])
	return !unicode.IsUpper(before) || unicode.IsLower(next)
}

// wordsOf returns the words of a folded name, without the numbers after them.
func wordsOf(folded string) []string {
	list := strings.Split(folded, "_")
	for i, w := range list {
		if short := strings.TrimRight(w, "0123456789"); short != "" {
			list[i] = short
		}
	}
	return list
}
