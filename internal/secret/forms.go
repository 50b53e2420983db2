package secret

import (
	"slices"
	"strings"
)

// knownForms are all forms.
var knownForms = slices.Concat(commandForms, commandPositions, formsOf(commandOptions), sentenceForms, proseForms, addressForms, keyForms)

// forms finds what commands, sentences and addresses of known form hold.
func forms(text string) []span {
	small := strings.ToLower(text)
	var found []span
	for _, f := range knownForms {
		missing := func(need string) bool { return !strings.Contains(small, need) }
		if !slices.ContainsFunc(f.needs, missing) && (f.words == nil || !all(f.words, missing)) {
			found = append(found, f.find(text)...)
		}
	}
	return found
}

func all(words []string, holds func(word string) bool) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !holds(word) })
}
