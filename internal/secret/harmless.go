package secret

import (
	"regexp"
	"strings"
)

// longestHarmless is the length from which on no value is harmless.
const longestHarmless = 512

var (
	// reference is a value that only says where the secret is. A default in it
	// (${X:-y}) would be one.
	reference = regexp.MustCompile(`^(?:\$\{[A-Za-z_][A-Za-z0-9_.-]*\}|\$[A-Z_][A-Z0-9_]*|\$\([A-Z_][A-Z0-9_]*\)|` +
		`\{\{[^{}"'` + "`" + `]*\}\}|%[A-Z_][A-Z0-9_]*%)+$`)
	// absolute is the path of a file.
	absolute = regexp.MustCompile(`^(?:/|[A-Za-z]:[\\/]|file:/)[^\s,;&]*$`)
	quantity = regexp.MustCompile(`^[0-9]{1,9}(?:\.[0-9]+)? ?(?i:ms|s|sec|secs|m|min|h|d|k|kb|mb|m|g|gb|%)?$`)
)

var truths = set("true", "false", "yes", "no", "on", "off", "null", "nil", "none", "undefined")

// isHarmless reports whether a value cannot be a secret, however strongly its name
// says so.
func isHarmless(name, value string) bool {
	if len(value) > longestHarmless {
		return false
	}
	value = strings.TrimSpace(value)
	if value == "" || truths[strings.ToLower(value)] || reference.MatchString(value) {
		return true
	}
	list := wordsOf(fold(name, true))
	if absolute.MatchString(value) {
		last := known.uses[list[len(list)-1]]
		return last.says(none, besidePath) || len(list) == 1 && last.says(none, aloneBesidePath)
	}
	return quantity.MatchString(value) && anyWord(list, besideNumber)
}

// set returns some words to look up.
func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
