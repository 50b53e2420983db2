package secret

import (
	"regexp"
	"strings"
)

// leastRandomWord and leastRandomPart are how long a word is that is taken for a token
// by its looks, and the random part of one that begins as tokens of vendors do: abc_.
const (
	leastRandomWord = 24
	leastRandomPart = 20
)

var (
	vendorBeginning = regexp.MustCompile(`^(?:[a-z][a-z0-9]{1,11}_){1,3}`)
	// publicBefore stands before random text that is public: the key of a host, an
	// image in base64, a segment of a path.
	publicBefore = regexp.MustCompile(`(?i)(?:sha[0-9]{1,3}[:=]|md5[:=]|base64,|ssh-[a-z0-9-]+ |ecdsa-[a-z0-9-]+ |/|@)$`)
	// publicBeginning is how digests, certificates and public keys begin.
	publicBeginning = regexp.MustCompile(`^(?:sha[0-9]{1,3}-|md5-|AAAA[BCE]|MI[IGHE]|MF[kw]w|LS0tLS1CRUdJTi|iVBOR|/9j/)`)
	// publicBlock is a certificate or a public key.
	publicBlock = regexp.MustCompile(`(?s)-----BEGIN (?:[A-Z0-9 ]*CERTIFICATE[A-Z ]*|[A-Z0-9 ]*PUBLIC KEY[A-Z ]*|[A-Z0-9 ]*PARAMETERS|X509 CRL|PKCS7|CMS)-----.*?(?:-----END|$)`)
	nameBefore  = regexp.MustCompile(`([A-Za-z_][A-Za-z0-9_.-]*)["'\\]{0,4}\s?[=:]\s?["'\\]{0,4}$`)
)

// randomWords finds words that look like the tokens that machines make: long, and with
// capitals, small letters and digits that change all the time.
func randomWords(text string) []span {
	var found []span
	var public [][]int
	for i := 0; i < len(text); i++ {
		start, kinds := i, 0
		for i < len(text) && (isAlphanumeric(text[i]) || text[i] == '_' || text[i] == '-') {
			kinds |= kindOf(text[i])
			i++
		}
		if i-start < leastRandomPart || kinds != isDigit|isCapital|isSmall || !isRandomWord(text[start:min(i, start+longestToken)]) || isPublicAt(text, start) {
			continue
		}
		if public == nil {
			public = append(publicBlock.FindAllStringIndex(text, -1), []int{len(text), len(text)})
		}
		for len(public) > 1 && public[0][1] <= start {
			public = public[1:]
		}
		if start < public[0][0] {
			found = append(found, span{start, i})
		}
	}
	return found
}

// The kinds of characters that random text has.
const (
	isDigit = 1 << iota
	isCapital
	isSmall
)

// kindOf returns the kind of a character; 0 where it has none.
func kindOf(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return isDigit
	case c >= 'A' && c <= 'Z':
		return isCapital
	case c >= 'a' && c <= 'z':
		return isSmall
	}
	return 0
}

// isRandomWord reports whether the longest part of a word is random throughout: a
// name in camelCase with numbers in it changes less often.
func isRandomWord(word string) bool {
	part := ""
	for _, p := range strings.FieldsFunc(word, func(c rune) bool { return c == '_' || c == '-' }) {
		if len(p) > len(part) {
			part = p
		}
	}
	least := leastRandomWord
	if vendorBeginning.MatchString(word) {
		least = leastRandomPart
	}
	digits, changes := countChanges(part)
	return len(part) >= least && digits >= 2 && changes*3 >= len(part) && strings.ToLower(part) != part && strings.ToUpper(part) != part
}

// isPublicAt reports whether what stands before a random word, or how the base64 that
// it is in begins, says that it is no secret.
func isPublicAt(text string, start int) bool {
	low := max(0, start-longestToken)
	first := start
	for first > low && (isAlphanumeric(text[first-1]) || strings.IndexByte("+/_-", text[first-1]) >= 0) {
		first--
	}
	if publicBeginning.MatchString(text[first:]) || publicBefore.MatchString(text[max(0, start-24):start]) || publicBefore.MatchString(text[max(0, first-24):first]) {
		return true
	}
	m := nameBefore.FindStringSubmatch(text[max(0, first-longName):first])
	return m != nil && anyWord(wordsOf(fold(m[1], true)), besideRandom)
}
