package secret

import (
	"encoding/base64"
	"slices"
	"strings"
)

// sentenceForms are statements of languages, lines of configurations and sentences
// that give a password without a sign.
var sentenceForms = []form{
	// IDENTIFIED BY 'secret'
	{needs: []string{"identified"}, pattern: lazy(`(?i)\bidentified\s+(?:with\s+\S+\s+)?(?:by|as)\s+(?:password\s+)?\\{0,3}["']([^"'\\]+)`)},
	// IDENTIFIED BY secret
	{needs: []string{"identified by"}, pattern: lazy(`(?i)\bidentified\s+by\s+([^\s"'\\;,()]+)`), keep: isNotKeyword},
	// SET PASSWORD FOR x = PASSWORD('secret')
	{needs: []string{"set", "password"}, pattern: lazy(`(?i)\bset\s+password\s+(?:for\s+[^=\n]{1,120})?=\s*(?:password\s*\(\s*)?["']([^"'\n]+)`)},
	// machine h login x password secret (.netrc)
	{needs: []string{"password"}, pattern: lazy(`(?i)\blogin\s+\S+\s+password\s+(\S+)`)},
	// ALTER ROLE x PASSWORD 'secret'
	{needs: []string{"pass"}, pattern: lazy(`(?i)\b(?:password|passwd|passphrase|requirepass)\s+\\{0,3}["']([^"'\\]+)`), keep: isNotReference},
	// requirepass secret (Redis)
	{needs: []string{"requirepass"}, pattern: lazy(`(?im)\brequirepass\s+(\S+)`)},
	// masterauth secret (Redis)
	{needs: []string{"masterauth"}, pattern: lazy(`(?im)\bmasterauth\s+(\S+)`)},
	// authorization 'secret'
	{needs: []string{"authorization"}, pattern: lazy(`(?i)\bauthorization\s+\\{0,3}["']([^"'\\]+)`)},
	// Bearer secret
	{needs: []string{"bearer"}, pattern: lazy(`(?i)\bbearer(?:[^\S\r\n]|%20|\+)+["']?([^\s"',;<>]+)`), keep: isNotProse},
	// Basic eDpzZWNyZXQ=
	{needs: []string{"basic"}, pattern: lazy(`(?i)\bbasic(?:\s|%20)+([A-Za-z0-9+/_-]{6,}={0,2})`), keep: isBasic},
}

// proseWords follow "bearer" where it is only mentioned.
var proseWords = set("token", "tokens", "auth", "authentication", "authorization", "scheme", "header", "headers", "of", "is",
	"and", "or", "in", "for", "with", "as", "to", "the", "a", "format", "only", "type")

// isNotProse reports whether what follows "bearer" is a token.
func isNotProse(value string) bool {
	return !proseWords[strings.ToLower(strings.Trim(value, ".,:;)"))] && !reference.MatchString(value)
}

// isBasic reports whether a value is user:password in base64.
func isBasic(value string) bool {
	encoding := base64.RawStdEncoding
	if strings.ContainsAny(value, "-_") {
		encoding = base64.RawURLEncoding
	}
	plain, err := encoding.DecodeString(strings.TrimRight(value, "="))
	return err == nil && strings.Contains(string(plain), ":")
}

// isNotKeyword reports whether what follows IDENTIFIED BY is a password, and not a word
// of the statement.
func isNotKeyword(value string) bool {
	return isNotReference(value) && !slices.Contains([]string{"values", "password", "random", "externally", "as"}, strings.ToLower(value)) && value[0] != ':' && value[0] != '?'
}
