package secret

import (
	"regexp"
	"strings"
)

// insert is a statement that names columns before the values.
var insert = regexp.MustCompile(`(?i)\binsert\s+(?:ignore\s+)?into\s+[^\s(]+\s*\(([^()]{1,1000})\)\s*values\s*\(`)

// inserts finds what INSERT INTO t (password) VALUES ('x') puts into a column whose name
// says secret.
func inserts(text string) []span {
	if !strings.ContainsRune(text, '(') {
		return nil // as most texts
	}
	var found []span
	for _, m := range insert.FindAllStringSubmatchIndex(text, -1) {
		at := m[1]
		for column := range strings.SplitSeq(text[m[2]:m[3]], ",") {
			value, next := insertedValue(text, at)
			if isNamed(strings.Trim(column, " \t\r\n`\"[]"), text[value.start:value.end]) {
				found = append(found, value)
			}
			if at = next; at >= len(text) || text[at-1] == ')' {
				break
			}
		}
	}
	return found
}

// insertedValue returns the value at a place between brackets, and where the next one
// begins.
func insertedValue(text string, at int) (value span, next int) {
	at += len(text[at:]) - len(strings.TrimLeft(text[at:], " \t\r\n"))
	value = span{at, at}
	if q, ok := quoteAt(text, at); ok {
		value.start = at + q.size()
		if value.end = q.find(text, value.start, len(text)); value.end < 0 {
			return span{value.start, len(text)}, len(text)
		}
		at = value.end + q.size()
	}
	n := strings.IndexAny(text[at:], ",)")
	if n < 0 {
		n = len(text) - at - 1
	}
	if value.start == at {
		value.end = at + n
	}
	return span{value.start, max(value.start, value.end)}, min(len(text), at+n+1)
}
