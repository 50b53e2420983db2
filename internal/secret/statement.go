package secret

import (
	"regexp"
	"strings"
)

// statement returns a value to a name without a sign between them: ENV NAME x,
// define('NAME', 'x').
var statement = regexp.MustCompile(`(?i)\b(?:env|setenv|setx|set)[ \t]+([A-Za-z_$][A-Za-z0-9_.-]*)[ \t]+|` +
	`\(\s*["']([^"'\r\n]{2,80})["']\s*,\s*`)

// setPassword is a statement that names a user before the password.
var setPassword = regexp.MustCompile(`(?i)^password\s+(?:for\s|=)`)

// statements finds the values of statements whose names say secret.
func statements(text string) []span {
	if !strings.ContainsAny(text, " \t(") {
		return nil // as most texts: every statement has one of these
	}
	var found []span
	left := budget(text)
	for at := 0; at < len(text) && left > 0; {
		m := statement.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		name, begin := span{at + m[2], at + m[3]}, at+m[1]
		if m[2] < 0 {
			name = span{at + m[4], at + m[5]}
		}
		at = name.start
		if begin == len(text) || m[2] < 0 && !isQuote(rune(text[begin])) || signalOf(text[name.start:name.end]) == none ||
			setPassword.MatchString(text[name.start:min(len(text), name.end+8)]) {
			continue
		}
		r := valueReader{text: text, limit: len(text)}
		value := r.value(begin)
		if left -= value.end - value.start; left <= 0 {
			value.end = len(text)
		}
		if isNamed(text[name.start:name.end], text[value.start:value.end]) {
			found = append(found, value)
		}
	}
	return found
}
