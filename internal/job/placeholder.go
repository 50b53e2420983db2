package job

import (
	"regexp"
	"strings"
)

// Redacted is the placeholder of a secret that has no digest.
const Redacted = "<redacted>"

// placeholder matches both forms; the groups are the digest and its KEYID.
var placeholder = regexp.MustCompile(`<redacted(?: (([0-9a-f]{4}):[0-9a-f]{16}))?>`)

// placeholderBegins is how every placeholder begins: looking for it is quicker.
const placeholderBegins = "<redacted"

// Placeholder returns the placeholder of a secret that has the digest KEYID:HEX;
// [Redacted] where the digest is empty.
func Placeholder(digest string) string {
	if digest == "" {
		return Redacted
	}
	return "<redacted " + digest + ">"
}

// DigestOf returns the digest of the first placeholder in a text; empty where it
// has none.
func DigestOf(text string) string { return submatch(text, 1) }

// keyOf returns the KEYID of the first placeholder in a text; empty where it has
// none.
func keyOf(text string) string { return submatch(text, 2) }

func submatch(text string, group int) string {
	if found := placeholder.FindStringSubmatch(text); found != nil {
		return found[group]
	}
	return ""
}

// Placeholders returns the byte offsets of the placeholders in a text, as start
// and end pairs.
func Placeholders(text string) [][]int {
	if !strings.Contains(text, placeholderBegins) {
		return nil
	}
	return placeholder.FindAllStringIndex(text, -1)
}

// IsPlaceholder reports whether a text is one placeholder and nothing else.
func IsPlaceholder(text string) bool {
	if !strings.HasPrefix(text, placeholderBegins) {
		return false
	}
	at := placeholder.FindStringIndex(text)
	return at != nil && at[0] == 0 && at[1] == len(text)
}

// withoutDigests returns a text with [Redacted] in place of every placeholder.
func withoutDigests(text string) string { return placeholder.ReplaceAllString(text, Redacted) }
