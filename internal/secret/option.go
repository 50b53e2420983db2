package secret

import (
	"regexp"
	"strings"
)

// options finds what follows an option of a command line that asks for a secret:
// --password x, also in the text of a list: "--password", "x". A value that is
// bound to its option is an assignment.
func options(text string) []span {
	var found []span
	left := budget(text)
	for i := 0; i < len(text) && left > 0; {
		n := strings.IndexByte(text[i:], '-')
		if n < 0 {
			break
		}
		i += n
		end, ok := optionEnd(text, i)
		if !ok {
			i = max(i+1, end)
			continue
		}
		value := optionValue(text, text[i:end], end)
		if left -= value.end - value.start; left <= 0 {
			value.end = len(text)
		}
		found = append(found, value)
		i = end
	}
	return found
}

// optionEnd returns the end of the option that begins at a place of the text, if
// one does whose value comes after a blank.
func optionEnd(text string, at int) (int, bool) {
	if at > 0 && !isBoundary(text, at-1) && strings.IndexByte("([{=:", text[at-1]) < 0 {
		return at, false
	}
	end := at
	for end < len(text) && end-at < longName && isNameRune(rune(text[end])) && text[end] < 0x80 && text[end] != '$' {
		end++
	}
	return end, end-at > 2 && asksForValue(text[at:end])
}

var (
	// between is what divides an option from its value: blanks, also across lines,
	// or what divides the items of a list.
	between = regexp.MustCompile(`^(?:\\{0,7}["'],?\s*|\s*\\?\r?\n\s*-\s+|\s+\\\r?\n\s*|[\s\x{a0}\x{3000}\x{2000}-\x{200d}]+)`)
	// nextOption is an option in the place of a value.
	nextOption = regexp.MustCompile(`^\\{0,7}["']?(?:--[A-Za-z]|-[A-Za-z](?:[\s"'\\]|$))`)
)

// optionValue returns the value after an option; an empty span where there is
// none.
func optionValue(text, option string, end int) span {
	nothing := span{end, end}
	gap := between.FindString(text[end:min(len(text), end+longName)])
	at := end + len(gap)
	if gap == "" || at >= len(text) || nextOption.MatchString(text[at:min(len(text), at+12)]) {
		return nothing
	}
	r := valueReader{text: text, limit: len(text)}
	if signalOf(option) == weak {
		r.limit = at + enough
	}
	value := r.value(at)
	if !isNamed(option, text[value.start:value.end]) {
		return nothing
	}
	r.limit = len(text)
	return r.value(at)
}
