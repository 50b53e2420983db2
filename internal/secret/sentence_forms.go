package secret

import (
	"encoding/base64"
	"strings"
)

// sentenceForms are statements of languages, lines of configurations and sentences
// that give a password without a sign.
var sentenceForms = []form{
	// IDENTIFIED BY 'secret'
	{needs: []string{"identified"}, pattern: lazy(`(?i)\bidentified\s+(?:with\s+\S+\s+)?(?:by|as)\s+(?:password\s+)?\\{0,3}["']([^"'\\]+)`)},
	// SET PASSWORD FOR x = PASSWORD('secret')
	{needs: []string{"set", "password"}, pattern: lazy(`(?i)\bset\s+password\s+(?:for\s+[^=\n]{1,120})?=\s*(?:password\s*\(\s*)?["']([^"'\n]+)`)},
	// machine h login x password secret (.netrc)
	{needs: []string{"password"}, pattern: lazy(`(?i)\blogin\s+\S+\s+password\s+(\S+)`)},
	// ALTER ROLE x PASSWORD 'secret'
	{needs: []string{"pass"}, pattern: lazy(`(?i)\b(?:password|passwd|passphrase|requirepass)\s+\\{0,3}["']([^"'\\]+)`)},
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
	// the token is secret1, password Secret1
	{needs: []string{"pass"}, pattern: lazy(`(?i)\b(?:password|passwd|mot de passe)(?:\s+was\s+changed\s+to|\s+for\s+\w+\s+is|\s+est)?\s+["']?([^\s"'=:,;]+)`), keep: hasDigitInside},
	{needs: []string{"token"}, pattern: lazy(`(?i)\btoken\s*(?:is|是|为)?\s+["']?([^\s"'=:,;]+)`), keep: hasDigitInside},
	{needs: []string{"p"}, pattern: lazy(`(?i)\b(?:pw|pwd|psk)(?:\s+for\s+\w+\s+--)?\s+["']?([^\s"'=:,;]+)`), keep: hasDigitInside},
	{needs: []string{"api key is"}, pattern: lazy(`(?i)\bapi key is\s+["']?([^\s"'=:,;]+)`), keep: looksLikePassword},
	{needs: []string{"contrase"}, pattern: lazy(`(?i)contrase(?:ñ|n)a\s+es\s+["']?([^\s"'=:,;]+)`), keep: looksLikePassword},
	// 口令为Secret1, 密码 Secret1
	{needs: []string{"令"}, pattern: lazy(`口令(?:是|为|改为)?[\s:：]*([^\s"'”，。；]+)`), keep: hasDigitInside},
	{needs: []string{"密码"}, pattern: lazy(`密码\s+([^\s"'”，。；]+)`), keep: hasDigitInside},
	// the password is Secret1
	{needs: []string{"password"}, pattern: lazy(`(?i)\bpassword(?:\s+(?:is|was|to))\s+["']?([^\s"']+)`), keep: looksLikePassword},
	// 密码是Secret1
	{needs: []string{"密码"}, pattern: lazy(`密码(?:是|为|改为|改成)[\s:："'“]*([^\s"'”，。；]+)`), keep: looksLikePassword},
}

// proseWords follow "bearer" where it is only mentioned.
var proseWords = set("token", "tokens", "auth", "authentication", "authorization", "scheme", "header", "headers", "of", "is",
	"and", "or", "in", "for", "with", "as", "to", "the", "a", "format", "only", "type")

// isNotProse reports whether what follows "bearer" is a token.
func isNotProse(value string) bool {
	return !proseWords[strings.ToLower(strings.Trim(value, ".,:;)"))] && !reference.MatchString(value)
}

// hasDigitInside reports whether a word in a sentence is no word of a language: it
// has digits behind letters.
func hasDigitInside(value string) bool {
	value = strings.TrimRight(value, ".,;:!?)")
	letters := strings.TrimFunc(value, func(c rune) bool { return c < 'A' })
	return len(value) > 4 && letters != "" && strings.ContainsAny(value[1:], "0123456789") && value[0] >= 'A' && !isLongOption(value) &&
		!site.MatchString(value) && !reference.MatchString(value)
}

// isLongOption reports whether a word is a file, a version or a path.
func isLongOption(value string) bool {
	return strings.ContainsAny(value, "/<>{}()[]\\") || value[0] == '-'
}

// looksLikePassword reports whether a word in a sentence is a password: it has
// digits, signs or capitals in it.
func looksLikePassword(value string) bool {
	value = strings.TrimRight(value, ".,;:!?)")
	return len(value) > 3 && strings.IndexFunc(value[1:], func(c rune) bool { return c < 'a' || c > 'z' && c < 0x80 }) >= 0 && !reference.MatchString(value)
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
