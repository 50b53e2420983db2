package job

import "regexp"

// Redacted is the placeholder of a secret that was redacted without a key. With
// a key it is "<redacted KEYID:HEX>".
const Redacted = "<redacted>"

// placeholder matches both forms; the groups are KEYID and HEX.
var placeholder = regexp.MustCompile(`<redacted(?: ([0-9a-f]{4}):([0-9a-f]{16}))?>`)

// Placeholders gives the byte offsets of the placeholders in a text, as
// start and end pairs.
func Placeholders(text string) [][]int {
	found := placeholder.FindAllStringIndex(text, -1)
	return found
}

// IsPlaceholder says whether a text is one placeholder and nothing else.
func IsPlaceholder(text string) bool {
	at := placeholder.FindStringIndex(text)
	return at != nil && at[0] == 0 && at[1] == len(text)
}
