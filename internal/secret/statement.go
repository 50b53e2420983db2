package secret

import "regexp"

// statements are ways to give a value to a name without a sign between them:
// ENV NAME x, define('NAME', 'x').
var statements = regexp.MustCompile(`(?i)\b(?:env|setenv|setx|set)[ \t]+([A-Za-z_$][A-Za-z0-9_.-]*)[ \t]+["']?([^\s"']+)|` +
	`\(\s*["']([^"'\r\n]{2,80})["']\s*,\s*["']([^"']+)["']`)

// settings finds the values of statements whose names say secret.
func settings(text string) []span {
	var found []span
	for _, m := range statements.FindAllStringSubmatchIndex(text, -1) {
		if m[2] < 0 {
			m = m[4:]
		}
		if isNamed(text[m[2]:m[3]], text[m[4]:m[5]]) {
			found = append(found, span{m[4], m[5]})
		}
	}
	return found
}
