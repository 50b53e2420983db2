package secret

import (
	"regexp"
	"strings"
)

// tokenForm is a token that is known by how it begins.
type tokenForm struct {
	prefix string
	// least is the least number of characters behind the prefix.
	least int
	// also are characters of it besides letters, digits, - and _.
	also string
	// digit: there is a digit among them; the prefix alone says little.
	digit bool
}

// tokenForms are access keys of clouds, tokens of code hosts, of chats, of
// registries, of models and payments.
var tokenForms = []tokenForm{
	{prefix: "LTAI", least: 8}, {prefix: "STS.", least: 8}, {prefix: "TMP.", least: 12, digit: true},
	{prefix: "AKIA", least: 8}, {prefix: "ASIA", least: 12, digit: true}, {prefix: "AROA", least: 12, digit: true}, {prefix: "AIDA", least: 12, digit: true},
	{prefix: "AKID", least: 8}, {prefix: "AIza", least: 20}, {prefix: "ya29.", least: 10}, {prefix: "GOCSPX-", least: 10},
	{prefix: "ghp_", least: 6}, {prefix: "gho_", least: 6}, {prefix: "ghu_", least: 6}, {prefix: "ghs_", least: 6}, {prefix: "ghr_", least: 6},
	{prefix: "github_pat_", least: 6}, {prefix: "glpat-", least: 6, also: "."}, {prefix: "gldt-", least: 6}, {prefix: "glrt-", least: 6, also: "."},
	{prefix: "glptt-", least: 6}, {prefix: "glcbt-", least: 6}, {prefix: "gloas-", least: 6}, {prefix: "glsa_", least: 10}, {prefix: "glc_", least: 20},
	{prefix: "xoxb-", least: 6}, {prefix: "xoxp-", least: 6}, {prefix: "xoxa-", least: 6}, {prefix: "xoxr-", least: 6}, {prefix: "xoxs-", least: 6},
	{prefix: "xoxe-", least: 6}, {prefix: "xoxe.", least: 6}, {prefix: "xapp-", least: 6},
	{prefix: "npm_", least: 16}, {prefix: "pypi-", least: 16, digit: true}, {prefix: "dckr_pat_", least: 6}, {prefix: "dop_v1_", least: 10},
	{prefix: "hvs.", least: 8}, {prefix: "hvb.", least: 8}, {prefix: "hf_", least: 16}, {prefix: "shpat_", least: 10}, {prefix: "shpss_", least: 10},
	{prefix: "sk-", least: 8, digit: true}, {prefix: "sk_live_", least: 6}, {prefix: "sk_test_", least: 6}, {prefix: "rk_live_", least: 6},
	{prefix: "rk_test_", least: 6}, {prefix: "whsec_", least: 8}, {prefix: "SG.", least: 16, also: "."}, {prefix: "gsk_", least: 16},
	{prefix: "nvapi-", least: 10}, {prefix: "xai-", least: 16, digit: true}, {prefix: "pplx-", least: 16}, {prefix: "r8_", least: 16},
	{prefix: "figd_", least: 10}, {prefix: "ATATT3", least: 10, also: "="}, {prefix: "lin_api_", least: 10}, {prefix: "tskey-", least: 8},
	{prefix: "PMAK-", least: 10}, {prefix: "EAAC", least: 40}, {prefix: "AGE-SECRET-KEY-1", least: 8}, {prefix: "ntn_", least: 16, digit: true},
	{prefix: "eyJ", least: 10, also: "."},
}

// accessKeys begin the ids of access keys, which their secrets often follow.
var accessKeys = []string{"LTAI", "STS.", "AKIA", "ASIA", "AKID"}

// tokens finds tokens of known form wherever they stand.
func tokens(text string) []span {
	var found []span
	for i := 0; i < len(text); i++ {
		if !isAlphanumeric(text[i]) || i > 0 && isAlphanumeric(text[i-1]) {
			continue
		}
		for _, f := range formsBy[text[i]] {
			if end := f.end(text, i); end > 0 {
				found = append(found, span{i, end})
				found = append(found, secretBehind(text, f.prefix, end)...)
				i = end - 1
				break
			}
		}
	}
	return found
}

// formsBy are the forms by their first character.
var formsBy = func() map[byte][]tokenForm {
	by := map[byte][]tokenForm{}
	for _, f := range tokenForms {
		by[f.prefix[0]] = append(by[f.prefix[0]], f)
	}
	return by
}()

func isAlphanumeric(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// end gives the end of the token that begins at a place of the text; 0 where
// there is none.
func (f *tokenForm) end(text string, at int) int {
	if !strings.HasPrefix(text[at:], f.prefix) {
		return 0
	}
	start := at + len(f.prefix)
	head := text[start:f.run(text, start, min(len(text), start+longest))]
	if len(head) < f.least || f.digit && !strings.ContainsAny(head, "0123456789") || f.prefix == "eyJ" && !jwt.MatchString(head) {
		return 0
	}
	return f.run(text, start, len(text))
}

// run gives the end, at most stop, of the characters that a token is made of.
func (f *tokenForm) run(text string, at, stop int) int {
	for at < stop && (isAlphanumeric(text[at]) || strings.IndexByte("-_", text[at]) >= 0 || strings.IndexByte(f.also, text[at]) >= 0) {
		at++
	}
	return at
}

// jwt is what follows the beginning of a JSON Web Token: a dot is in it.
var jwt = regexp.MustCompile(`^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{4}`)

var behind = regexp.MustCompile(`^[^A-Za-z0-9\n]{1,4}(?:[A-Za-z_-]{1,24}[\s:="']{1,4})?([A-Za-z0-9+/]{20,64})`)

// secretBehind finds the secret of an access key right behind its id.
func secretBehind(text, prefix string, at int) []span {
	for _, p := range accessKeys {
		if p != prefix {
			continue
		}
		m := behind.FindStringSubmatchIndex(text[at:min(len(text), at+100)])
		if m != nil && isRandom(text[at+m[2]:at+m[3]]) {
			return []span{{at + m[2], at + m[3]}}
		}
	}
	return nil
}
