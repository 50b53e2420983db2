package secret

import (
	"slices"
	"strings"
)

// isNamed reports whether a value that has this name is a secret.
func isNamed(name, value string) bool {
	switch signalOf(name) {
	case strong:
		return !isHarmless(name, value)
	case weak:
		return isRandom(value)
	}
	return false
}

// longName bounds the names that are looked at: of a longer one, the end.
const longName = 128

// saysOutright reports whether a name holds a word that says secret wherever it is:
// password, secret, token, credential and their like.
func saysOutright(name string) bool {
	return known.parts.in(known.harmless.Replace(fold(name, false)))
}

// signalOf returns how strongly a name says that its value is a secret.
func signalOf(name string) signal {
	if len(name) > longName {
		name = name[len(name)-longName:]
	}
	flat := fold(name, false)
	if len(flat) < 2 || !known.roots.in(flat) {
		return none // as most names
	}
	if bare := known.harmless.Replace(flat); known.parts.in(bare) {
		return strong
	}
	said := signalOfWords(wordsOf(flat))
	if humps := fold(name, true); humps != flat && said < strong {
		said = max(said, signalOfWords(wordsOf(humps)))
	}
	return said
}

// signalOfWords returns how strongly the words of a name say it.
func signalOfWords(list []string) signal {
	joined := "_" + strings.Join(list, "_") + "_"
	for _, phrase := range known.phrases {
		if strings.Contains(joined, phrase) {
			return strong
		}
	}
	for i, w := range list {
		if known.uses[w].says(strong, asWord) || hasEnding(list, i) || isKey(list, i) {
			return strong
		}
	}
	switch last := known.uses[lastWord(list)]; {
	case last.says(strong, asLast):
		return strong
	case last.says(weak, asLast) && !anyWord(list, besideWeak):
		return weak
	}
	return none
}

// hasEnding reports whether a word ends as one that counts: DB_PASS, but not
// BYPASS and PASS_THROUGH.
func hasEnding(list []string, i int) bool {
	ends := func(ending string) bool { return strings.HasSuffix(list[i], ending) }
	return slices.ContainsFunc(known.endings, ends) && !known.uses[list[i]].says(none, asWord) &&
		(i+1 == len(list) || !known.uses[list[i+1]].says(none, afterEnding))
}

// isKey reports whether a word is a key that opens something: API_KEY, appkey.
func isKey(list []string, i int) bool {
	if list[i] == "key" || list[i] == "keys" {
		before := i - 1
		if before > 0 && list[before] == "v" { // API_V3_KEY
			before--
		}
		if before >= 0 && known.uses[list[before]].says(strong, beforeKey) {
			return true
		}
	}
	owner, ok := strings.CutSuffix(list[i], "key")
	return ok && known.uses[owner].says(strong, beforeKey)
}

// lastWord returns the word that says what a name names: API_AUTH_OLD is an AUTH.
func lastWord(list []string) string {
	for len(list) > 1 {
		w := list[len(list)-1]
		if !known.uses[w].says(none, asSuffix) && strings.Trim(w, "0123456789") != "" {
			break
		}
		list = list[:len(list)-1]
	}
	return list[len(list)-1]
}

// anyWord reports whether one of the words takes something back at a place.
func anyWord(list []string, at place) bool {
	return slices.ContainsFunc(list, func(w string) bool { return known.uses[w].says(none, at) })
}

// asksForValue reports whether a secret is expected after an option.
func asksForValue(option string) bool {
	if signalOf(option) == none {
		return false
	}
	list := wordsOf(fold(option, true))
	return !known.uses[list[0]].says(none, startsOption) && !known.uses[list[len(list)-1]].says(none, endsOption)
}
