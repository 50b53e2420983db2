package secret

import (
	"regexp"
	"strings"
)

// tokens finds tokens of known form wherever they stand.
func tokens(text string) []span {
	var found []span
	for i := 0; i < len(text); i++ {
		if !isAlphanumeric(text[i]) || i > 0 && isAlphanumeric(text[i-1]) {
			continue
		}
		for _, f := range tokenFormsBy[text[i]] {
			if end := f.end(text, i); end > 0 {
				found = append(found, span{i, end})
				if f.pair {
					found = append(found, secretBehind(text, end)...)
				}
				i = end - 1
				break
			}
		}
	}
	return found
}

// longestToken is how much of a token is looked at.
const longestToken = 512

// tokenFormsBy are the forms by their first character.
var tokenFormsBy = byFirst(tokenForms)

func byFirst(forms []tokenForm) (by [256][]tokenForm) {
	for _, f := range forms {
		by[f.prefix[0]] = append(by[f.prefix[0]], f)
	}
	return by
}

// end returns the end of the token that begins at a place of the text; 0 where
// there is none.
func (f *tokenForm) end(text string, at int) int {
	if !strings.HasPrefix(text[at:], f.prefix) {
		return 0
	}
	start := at + len(f.prefix)
	head := text[start:f.run(text, start, min(len(text), start+longestToken))]
	if len(head) < f.least || f.digit && !strings.ContainsAny(head, "0123456789") || f.shape != nil && !f.shape.MatchString(head) {
		return 0
	}
	return f.run(text, start, len(text))
}

// run returns the end, at most stop, of the characters that a token is made of.
func (f *tokenForm) run(text string, at, stop int) int {
	for at < stop && (isAlphanumeric(text[at]) || strings.IndexByte("-_", text[at]) >= 0 || strings.IndexByte(f.also, text[at]) >= 0) {
		at++
	}
	return at
}

var behind = regexp.MustCompile(`^[^A-Za-z0-9\n]{1,4}(?:[A-Za-z_-]{1,24}[\s:="']{1,4})?([A-Za-z0-9+/]{20,64})`)

// secretBehind finds the secret of an access key right after its id.
func secretBehind(text string, at int) []span {
	m := behind.FindStringSubmatchIndex(text[at:min(len(text), at+100)])
	if m == nil || !isRandom(text[at+m[2]:at+m[3]]) {
		return nil
	}
	return []span{{at + m[2], at + m[3]}}
}
