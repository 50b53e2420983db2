package secret

import (
	"regexp"
	"slices"
	"strings"
)

// A value that is longer than longest is not harmless. Whether one looks made at
// random, the first bytes of it tell that are enough.
const (
	longest = 512
	enough  = 100
)

var (
	// reference is a value that only says where the secret is. A default in it
	// (${X:-y}) would be one.
	reference = regexp.MustCompile(`^(?:\$\{[A-Za-z_][A-Za-z0-9_.-]*\}|\$[A-Z_][A-Z0-9_]*|\$\([A-Z_][A-Z0-9_]*\)|` +
		`\{\{[^{}"'` + "`" + `]*\}\}|%[A-Z_][A-Z0-9_]*%)+$`)
	// absolute is the path of a file.
	absolute = regexp.MustCompile(`^(?:/|[A-Za-z]:[\\/]|file:/)[^\s,;&]*$`)
	quantity = regexp.MustCompile(`^[0-9]{1,9}(?:\.[0-9]+)? ?(?i:ms|s|sec|secs|m|min|h|d|k|kb|mb|m|g|gb|%)?$`)
)

var (
	truths = set("true", "false", "yes", "no", "on", "off", "null", "nil", "none", "undefined")
	// PWD and OLDPWD are where a shell is and was.
	workDirs = set("pwd", "oldpwd")
	places   = set("file", "path", "dir", "directory", "folder")
)

// isHarmless says whether a value cannot be a secret, whatever its name says.
func isHarmless(name, value string) bool {
	if len(value) > longest {
		return false
	}
	value = strings.TrimSpace(value)
	if value == "" || truths[strings.ToLower(value)] || reference.MatchString(value) {
		return true
	}
	list := words(fold(name, true))
	last := list[len(list)-1]
	if absolute.MatchString(value) && (places[last] || len(list) == 1 && workDirs[last]) {
		return true
	}
	return quantity.MatchString(value) && slices.ContainsFunc(list, func(w string) bool { return quantities[w] })
}

var (
	uuid    = regexp.MustCompile(`^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)
	hexText = regexp.MustCompile(`^[0-9a-fA-F]+$`)
	oneWord = regexp.MustCompile(`^[A-Za-z0-9+_-][A-Za-z0-9+/_-]*={0,2}$`)
)

// isRandom says whether a value looks made at random rather than thought up:
// letters and digits that change often.
func isRandom(value string) bool {
	value = strings.TrimPrefix(strings.TrimSpace(value), "base64:")
	value = value[:min(len(value), enough)]
	if len(value) < 16 || !oneWord.MatchString(value) {
		return false
	}
	if uuid.MatchString(value) {
		return true
	}
	digits, jumps := restless(value)
	return digits >= 2 && (hexText.MatchString(value) || jumps*4 >= len(value))
}

// isShaped says whether a value of an environment variable is secret by its
// shape alone: as long and restless as keys are, under a name that does not
// promise a digest or an id.
func isShaped(name, value string) bool {
	value = value[:min(len(value), enough)]
	if len(value) < 20 || uuid.MatchString(value) || !isRandom(value) {
		return false
	}
	if slices.ContainsFunc(words(fold(name, true)), func(w string) bool { return digestWords[w] }) {
		return false
	}
	if hexText.MatchString(value) {
		return len(value) >= 32 && strings.ContainsAny(strings.ToLower(value), "abcdef")
	}
	return strings.ToLower(value) != value && strings.ToUpper(value) != value
}

// restless counts digits, and the places where small letters, capitals and
// digits change. A capital before a small letter begins a word and is no change.
func restless(value string) (digits, jumps int) {
	kind := func(c byte) int {
		switch {
		case c >= '0' && c <= '9':
			return 1
		case c >= 'A' && c <= 'Z':
			return 2
		case c >= 'a' && c <= 'z':
			return 3
		}
		return 0
	}
	for i := range len(value) {
		now := kind(value[i])
		if now == 1 {
			digits++
		}
		if i > 0 && now != 0 {
			before := kind(value[i-1])
			if before != 0 && before != now && !(before == 2 && now == 3) {
				jumps++
			}
		}
	}
	return digits, jumps
}
