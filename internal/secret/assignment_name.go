package secret

import (
	"strings"
	"unicode/utf8"
)

// pair is a sign with a name before it, and a value after it.
type pair struct {
	name string
	// start is where the name begins.
	start int
	// sign is = or :, operator all of it: ==, =>.
	sign     byte
	operator string
	// value is where the value may begin.
	value int
	// quoted: the name stands in quotes. closer is the quote before a name that does
	// not.
	quoted bool
	closer quote
	// apart: there are blanks around the sign.
	apart bool
	// query: the name is a parameter of a URL.
	query bool
}

// readName reads what stands before the sign from i to next, and where the value
// may begin. It reports whether there is a name.
func (p *pair) readName(text string, i, next int) bool {
	sign := i
	for p.sign == '=' && sign > 0 && i-sign < 3 && strings.IndexByte(":!?+~<>=", text[sign-1]) >= 0 {
		sign--
	}
	if strings.HasPrefix(text[next:], ">") || strings.HasPrefix(text[next:], "~") {
		next++
	}
	p.operator = text[sign:next]
	low := max(0, sign-longName)
	end := trimRight(text, low, sign)
	p.value = skipBlanks(text, next)
	p.apart = end < sign || p.value > next || p.value == len(text) || strings.IndexByte("\r\n", text[p.value]) >= 0
	brackets := "[]" // cfg["password"] = x
	if p.sign == '=' {
		brackets = "[])" // set("password") = x
	}
	end -= len(text[low:end]) - len(strings.TrimRight(text[low:end], brackets))
	if !p.readQuotedName(text, low, end) {
		p.readBareName(text, low, end)
	}
	return p.name != ""
}

// readQuotedName reads a name in quotes that end at end.
func (p *pair) readQuotedName(text string, low, end int) bool {
	if end <= low || !isQuote(rune(text[end-1])) {
		return false
	}
	mark := text[end-1]
	end--
	for end > low && text[end-1] == '\\' {
		end--
	}
	open := strings.LastIndexByte(text[low:end], mark)
	if open < 0 || strings.ContainsAny(text[low+open:end], "\r\n"+filler) {
		return false
	}
	p.start, p.quoted = low+open, true
	p.name = text[low+open+1 : end]
	return true
}

// readBareName reads a name without quotes that ends at end, with the words
// before it where it may be the last of several: Access Key ID.
func (p *pair) readBareName(text string, low, end int) {
	p.start = wordStart(text, low, end)
	for range 2 {
		last := text[p.start:end]
		if n := strings.IndexFunc(last, isSpace); n >= 0 {
			last = last[:n]
		}
		if !lastOfSeveral[strings.ToLower(last)] {
			break
		}
		before := trimRight(text, low, p.start)
		if strings.ContainsAny(text[before:p.start], "\r\n") {
			break
		}
		p.start = wordStart(text, low, before)
	}
	p.name = strings.TrimPrefix(text[p.start:end], "-D") // of Java
	p.closer, _ = openQuote(text, p.start)
	if p.start > 0 {
		mark := text[p.start-1]
		p.query = strings.IndexByte("?&#", mark) >= 0 || strings.HasSuffix(text[:p.start], "&amp;")
	}
}

// lastOfSeveral are last words of names that are written apart: API key.
var lastOfSeveral = set("key", "keys", "id", "code", "phrase", "passe", "de", "khẩu", "khau", "acceso", "acesso")

// wordStart returns the start of the word that ends at end.
func wordStart(text string, low, end int) int {
	for end > low {
		c, size := utf8.DecodeLastRuneInString(text[low:end])
		if !isNameRune(c) {
			break
		}
		end -= size
	}
	return end
}

// openQuote returns the quote right before a place of the text.
func openQuote(text string, at int) (quote, bool) {
	if at == 0 || !isQuote(rune(text[at-1])) {
		return quote{}, false
	}
	slashes := 0
	for slashes < 8 && at-2-slashes >= 0 && text[at-2-slashes] == '\\' {
		slashes++
	}
	if slashes&(slashes+1) != 0 {
		slashes = 0
	}
	return quote{text[at-1], slashes}, true
}
