package secret

import (
	"regexp"
	"strings"
)

// wordForm is a token that no beginning tells, but signs, lengths and endings.
type wordForm struct {
	// needs is in every word that is one.
	needs   string
	pattern func() *regexp.Regexp
	// keep reports whether it is one indeed; nil: always.
	keep func(word string) bool
}

// wordForms are looked for in long words only. A new one is a row, and a text in the
// tests.
var wordForms = []wordForm{
	// Terraform Cloud
	{needs: ".atlasv1.", pattern: lazy(`^[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{30,}`)},
	// Mailchimp
	{needs: "-us", pattern: lazy(`^[0-9a-f]{32}-us[0-9]{1,2}\b`)},
	// Azure AD
	{needs: "Q~", pattern: lazy(`^[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{20,}`)},
	// MaxMind
	{needs: "_mmk", pattern: lazy(`^[A-Za-z0-9]{6}_[A-Za-z0-9]{20,}_mmk\b`)},
	// Airtable
	{needs: "pat", pattern: lazy(`^pat[A-Za-z0-9]{14}\.[0-9a-f]{32,}`)},
	// Octopus Deploy
	{needs: "API-", pattern: lazy(`^API-[A-Z0-9]{26,}\b`)},
	// Vault before 1.10
	{needs: "s.", pattern: lazy(`^s\.[A-Za-z0-9]{24}\b`), keep: hasDigit},
	// Twilio
	{needs: "SK", pattern: lazy(`^SK[0-9a-f]{32}\b`)},
	// DingTalk's signing key
	{needs: "SEC", pattern: lazy(`^SEC[0-9a-f]{32,64}\b`)},
	// ServerChan
	{needs: "SC", pattern: lazy(`^SC[TU][0-9]{1,9}T[A-Za-z0-9]{12,}\b`)},
	// Authress
	{needs: ".acc", pattern: lazy(`^(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\.[A-Za-z0-9]{4,6}\.acc[_-][A-Za-z0-9-]{10,32}\.[A-Za-z0-9+/_=-]{20,}`)},
	// Discord
	{needs: ".", pattern: lazy(`^[MNO][A-Za-z0-9_-]{22,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}`), keep: hasDigit},
	// Telegram
	{needs: ":AA", pattern: lazy(`^[0-9]{8,10}:AA[A-Za-z0-9_-]{30,}`)},
	// Facebook
	{needs: "|", pattern: lazy(`^[0-9]{15,16}\|[A-Za-z0-9_-]{27,40}`)},
	// Zhipu
	{needs: ".", pattern: lazy(`^[0-9a-f]{32}\.[A-Za-z0-9]{16}\b`)},
	// Lob
	{needs: "_", pattern: lazy(`^(?:live|test)_[0-9a-f]{35}\b`)},
	// Codeup
	{needs: "pt-", pattern: lazy(`^pt-[A-Za-z0-9]{20,}_[0-9a-f-]{36}`)},
	// Google's refresh tokens
	{needs: "1//0", pattern: lazy(`^1//0[A-Za-z0-9_-]{30,}`)},
	// Azure DevOps
	{needs: "AZDO", pattern: lazy(`^[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4}\b`)},
	// private keys and key stores of PKCS in base64
	{needs: "M", pattern: lazy(`^M[A-Z][A-Za-z0-9+/]{14,}={0,2}`), keep: isEncodedKey},
	// OpenSSH's private keys in base64
	{needs: "b3BlbnNzaC1rZXktdjEA", pattern: lazy(`^b3BlbnNzaC1rZXktdjEA[A-Za-z0-9+/]{8,}={0,2}`)},
}

func hasDigit(word string) bool { return strings.ContainsAny(word, "0123456789") }

// leastLongWord is how long a word is that is looked at.
const leastLongWord = 18

// longWords finds tokens by their form in the long words of a text.
func longWords(text string) []span {
	var found []span
	for i := 0; i < len(text); i++ {
		start := i
		for i < len(text) && isTokenByte[text[i]] {
			i++
		}
		if i-start < leastLongWord {
			continue
		}
		for _, s := range inLongWord(text[start:i]) {
			found = append(found, span{start + s.start, start + s.end})
		}
	}
	return found
}

// isTokenByte are the characters of long words.
var isTokenByte = func() (is [256]bool) {
	for c := range is {
		is[c] = isAlphanumeric(byte(c)) || strings.IndexByte("_.~|:$+/=-", byte(c)) >= 0
	}
	return is
}()

// inLongWord finds the tokens in a word: they begin where letters and digits do.
func inLongWord(word string) []span {
	var found []span
	for _, f := range wordForms {
		if !strings.Contains(word, f.needs) {
			continue
		}
		for at := 0; at+leastLongWord <= len(word); at++ {
			if !isAlphanumeric(word[at]) || at > 0 && isAlphanumeric(word[at-1]) {
				continue
			}
			if n := len(f.pattern().FindString(word[at:])); n > 0 && (f.keep == nil || f.keep(word[at:at+n])) {
				found = append(found, span{at, at + n})
				at += n
			}
		}
	}
	return found
}
