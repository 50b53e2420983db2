package secret

import (
	"slices"
	"strings"
	"unicode"

	"saejob/internal/text"
)

// nameNames and valueNames are members that name one another's value.
var (
	nameNames  = []string{"name", "key", "k", "id", "field", "option", "property", "prop", "param", "parameter", "variable", "var", "env", "header", "type", "kind", "code"}
	valueNames = []string{"value", "values", "val", "v", "content", "contents", "data", "default", "text", "string"}
)

// isNameName reports whether a member says what another one is called: name, Key,
// param-name.
func isNameName(name string) bool { return endsIn(name, nameNames) }

// isValueName reports whether a member holds what another one names: value,
// param-value.
func isValueName(name string) bool { return endsIn(name, valueNames) }

func endsIn(name string, names []string) bool {
	name = strings.TrimRight(name[max(0, len(name)-longName):], "0123456789_-.\"' ")
	start := len(name)
	for start > 0 && isLetter(rune(name[start-1])) {
		start--
		if unicode.IsUpper(rune(name[start])) && (start == 0 || !unicode.IsUpper(rune(name[start-1]))) {
			break
		}
	}
	return slices.Contains(names, strings.ToLower(name[start:]))
}

// isMistyped reports whether a name is most likely meant to be another one: but for one
// letter too much, missing or another, or for two letters that changed places.
func isMistyped(name, meant string) bool {
	if len(name) > 2*len(meant) {
		return false // as most names
	}
	return text.Distance(strings.ToLower(name), meant) <= 1
}
