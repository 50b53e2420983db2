package secret

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// telling is how much a name tells of its value.
type telling uint8

// A silent name tells nothing. A hinting one (a key, a code) makes a value secret
// that looks made at random. A loud one makes it secret, unless it cannot be.
const (
	silent telling = iota
	hinting
	loud
)

// isNamed says whether a value that has this name is secret.
func isNamed(name, value string) bool {
	switch tell(name) {
	case loud:
		return !isHarmless(name, value)
	case hinting:
		return isRandom(value)
	}
	return false
}

// longName bounds the names that are looked at: of a longer one, the end.
const longName = 128

// tell says how much a name tells of its value.
func tell(name string) telling {
	if len(name) > longName {
		name = name[len(name)-longName:]
	}
	flat := fold(name, false)
	if len(flat) < 2 || !mayTell(flat) {
		return silent
	}
	bare := innocent.Replace(flat)
	for _, part := range loudParts {
		if strings.Contains(bare, part) {
			return loud
		}
	}
	return max(tellWords(words(flat)), tellWords(words(fold(name, true))))
}

// mayTell spares most names the trouble.
func mayTell(flat string) bool {
	for _, root := range roots {
		if strings.Contains(flat, root) {
			return true
		}
	}
	return false
}

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
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 && unicode.IsLetter(c)
}

// isHump says whether a word begins at a letter, the first of rest: the B of aB,
// and of ABc.
func isHump(before, c rune, rest string) bool {
	if !unicode.IsUpper(c) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest[utf8.RuneLen(c):])
	return !unicode.IsUpper(before) || unicode.IsLower(next)
}

// words gives the words of a folded name, without the numbers behind them.
func words(folded string) []string {
	list := strings.Split(folded, "_")
	for i, w := range list {
		if short := strings.TrimRight(w, "0123456789"); short != "" {
			list[i] = short
		}
	}
	return list
}

// tellWords says how much words tell.
func tellWords(list []string) telling {
	joined := "_" + strings.Join(list, "_") + "_"
	for _, phrase := range loudPhrases {
		if strings.Contains(joined, phrase) {
			return loud
		}
	}
	for i, w := range list {
		switch {
		case loudWords[w], isPass(list, i):
			return loud
		case (w == "key" || w == "keys") && i > 0 && keyOwners[list[i-1]]:
			return loud
		case strings.HasSuffix(w, "key") && keyOwners[strings.TrimSuffix(w, "key")]:
			return loud
		}
	}
	last := lastWord(list)
	switch {
	case loudEnds[last]:
		return loud
	case hintingEnds[last] && !strings.Contains(joined, "_public_") && !strings.Contains(joined, "_pub_"):
		return hinting
	}
	return silent
}

// isPass says whether a word is short for password: DB_PASS, but not BYPASS and
// PASS_THROUGH.
func isPass(list []string, i int) bool {
	w := list[i]
	if !strings.HasSuffix(w, "pass") || noPass[w] {
		return false
	}
	return i+1 == len(list) || !passFollowers[list[i+1]]
}

// lastWord gives the word that says what a name names: API_AUTH_OLD is an AUTH.
func lastWord(list []string) string {
	for len(list) > 1 {
		w := list[len(list)-1]
		if !tails[w] && strings.Trim(w, "0123456789") != "" {
			break
		}
		list = list[:len(list)-1]
	}
	return list[len(list)-1]
}
