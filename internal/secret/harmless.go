package secret

import (
	"regexp"
	"slices"
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
	quantity = regexp.MustCompile(`^[0-9]{1,9}(?:\.[0-9]+)? ?(?i:ms|s|sec|secs|m|min|h|d|k|kb|mb|m|g|gb|%)?(?:/(?:s|sec|m|min|h|d))?$`)
)

var (
	// pointer is a value that only says where the secret is, in the words of a vault,
	// or that there is none yet.
	pointer = regexp.MustCompile(`^(?:\$\{(?:vault|kms|env|file|secret|ssm):[^{}]*\}|\$\{\{[^{}]*\}\}|#\{[A-Za-z_][A-Za-z0-9_.]*\}|` +
		`\{\{ *lookup [^{}]*\}\}|(?:ref\+)?(?:vault|kms|op|awssm|gcpsm|secret)://\S*|vault:[a-z]\S*/\S*|env:[A-Z_][A-Z0-9_]*|file:/\S+|` +
		`arn:aws:secretsmanager:\S+|acs:kms:\S+|projects/[^/\s]+/secrets/\S+|@Microsoft\.KeyVault\([^()]*\)|` +
		`__[A-Z][A-Z0-9_]*__|<[a-z]+(?:[-_ ][a-z]+)*>|REPLACE_?ME|secretKeyRef)$`)
	// excuse is prose in the place of a secret: see wiki.
	excuse = regexp.MustCompile(`^(?i:(?:basic, )?(?:see|none|n/a|via|ask|not|stored|kept|managed)(?:[ ,;:]+[a-z]+)*|[0-9]+ of [0-9]+ [a-z]+)\.?$`)
	// label is a word or several, a number, a duration, a host.
	label = regexp.MustCompile(`^(?:PT?[0-9DHMS]+|[0-9]+(?:\.[0-9]+)?[a-z%]{0,4}|\.?[A-Za-z][A-Za-z0-9]*(?:[-_.=:/][A-Za-z0-9]+)*)$`)
	// plainID is an id that people gave, or a number.
	plainID = regexp.MustCompile(`^(?:[0-9]{1,9}|[a-z]+[0-9]?(?:[-_][a-z]+[0-9]?)*|key-[a-z0-9]{6,24})$`)
	// loginByReference is an address whose user and password stand elsewhere.
	loginByReference = regexp.MustCompile(`^(?:[a-z][a-z0-9+.-]*://)?[A-Za-z_${}]+:(?:\$\{?[A-Za-z_]+\}?)@[^=]*$`)
	// scheme is what stands before a token in a header.
	scheme = regexp.MustCompile(`^(?i:bearer|basic|token)\s+`)
	site   = regexp.MustCompile(`^[a-z][a-z0-9+.-]*://`)
	// idOfSecret are words beside which an id opens something.
	idOfSecret = set("access", "accesskey", "accesskeys", "session", "ak", "sess")
	// ownsPassword are words that may say whose password it is: DB_PASSWORD_OWNER.
	ownsPassword = set("owner", "service", "manager", "backend", "domain", "host", "engine", "store", "helper", "provider", "namespace", "region")
)

var truths = set("true", "false", "yes", "no", "on", "off", "null", "nil", "none", "undefined")

// structure stands for the text of a structure where a text is judged. It is not
// harmless.
const structure = "{…}"

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
	if pointer.MatchString(value) || excuse.MatchString(value) || reference.MatchString(scheme.ReplaceAllString(value, "")) {
		return true
	}
	list := wordsOf(fold(name, true))
	if absolute.MatchString(value) {
		last := known.uses[list[len(list)-1]]
		return last.says(none, besidePath) || len(list) == 1 && last.says(none, aloneBesidePath)
	}
	return isLabel(list, value) || quantity.MatchString(value) && anyWord(list, besideNumber) && !isSecretWord(list[len(list)-1])
}

// isLabel reports whether a value only says more of a secret: its name, where it is,
// how long it lives. An access key's id is as good as the key.
func isLabel(list []string, value string) bool {
	last := list[len(list)-1]
	if !known.uses[last].says(none, besideLabel) {
		return false
	}
	if ownsPassword[last] && slices.ContainsFunc(list, func(w string) bool { return strings.HasPrefix(w, "pass") || strings.HasPrefix(w, "pw") }) {
		return false
	}
	if last == "id" {
		if slices.ContainsFunc(list, func(w string) bool { return idOfSecret[w] }) {
			return false
		}
		return value != "" && len(value) < 24 && plainID.MatchString(value)
	}
	switch {
	case value == structure:
		return last == "ref" || last == "desc"
	case last == "desc" && (value[0] == '[' || value[0] == '{'):
		return true // the same structure as JSON text; what is in it is looked at
	case last == "ref" && strings.Contains(value, ":"):
		return true
	case last == "dsn":
		return loginByReference.MatchString(value)
	}
	if site.MatchString(value) {
		return !strings.ContainsAny(value, "@?#")
	}
	return len(value) < 64 && label.MatchString(value) && !isRandom(value) && !isShaped("", value)
}

// isSecretWord reports whether a word alone says secret: digits under DB_PASSWORD are
// one, those under MAX_TOKENS are not.
func isSecretWord(word string) bool { return word != "tokens" && signalOf(word) == strong }

// set returns some words to look up.
func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
