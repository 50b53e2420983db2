package secret

import (
	"regexp"
	"strings"
)

// statement returns a value to a name without a sign between them: ENV NAME x,
// define('NAME', 'x'), ["NAME", "x"], setName("x").
var statement = regexp.MustCompile(`(?i)\b(?:env|setenv|setx|set|proxy_set_header|add_header|setheader|fastcgi_param|requestheader set)[ \t]+([A-Za-z_$][A-Za-z0-9_.-]*)[ \t]+|` +
	`[(\[]\s*["']([^"'\r\n]{2,80})["']\s*,\s*|` +
	`\b([A-Za-z_$][A-Za-z0-9_$]{2,60})\(\s*["'\\]`)

// setPassword is a statement that names a user before the password.
var setPassword = regexp.MustCompile(`(?i)^password\s+(?:for\s|=)`)

// statements finds the values of statements whose names say secret.
func statements(text string) []span {
	if !strings.ContainsAny(text, " \t([") {
		return nil // as most texts: every statement has one of these
	}
	var found []span
	left := budget(text)
	for at := 0; at < len(text) && left > 0; {
		m := statement.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		name, begin := nameOfStatement(m, at), at+m[1]
		if at = name.start; m[6] >= 0 {
			at, begin = name.end, begin-1 // nothing stands before the name; a quote is in the match
		}
		if begin == len(text) || m[2] < 0 && !isQuote(rune(text[begin])) || signalOf(text[name.start:name.end]) == none ||
			setPassword.MatchString(text[name.start:min(len(text), name.end+8)]) {
			continue
		}
		r := valueReader{text: text, limit: len(text)}
		value := r.value(begin)
		if left -= value.end - value.start; left <= 0 {
			value.end = len(text)
		}
		if isNamed(text[name.start:name.end], text[value.start:value.end]) && (m[2] >= 0 || isGiven(text, name, value)) {
			found = append(found, value)
		}
	}
	return found
}

// nameOfStatement returns the group of a statement that is its name.
func nameOfStatement(m []int, at int) span {
	for i := 2; i < len(m); i += 2 {
		if m[i] >= 0 {
			return span{at + m[i], at + m[i+1]}
		}
	}
	return span{at, at}
}

// reads are first words of functions that take the name of a secret.
var reads = set("get", "has", "find", "lookup", "read", "load", "fetch", "is", "check", "validate", "verify", "env", "getenv", "require", "delete", "remove", "reset", "rotate", "csrf")

// isGiven reports whether a value is given to a name in brackets: f('NAME', 'x') with
// anything behind, ["NAME", "x"] and setName("x") with nothing.
func isGiven(text string, name, value span) bool {
	end := strings.TrimLeft(strings.TrimLeft(text[value.end:min(len(text), value.end+8)], "\\\"'"), " ")
	said := text[value.start:value.end]
	if text[name.end] == '(' {
		list := wordsOf(fold(text[name.start:name.end], true))
		return strings.HasPrefix(end, ")") && !reads[list[0]] && !(signalOf(said) == strong && label.MatchString(said))
	}
	open := strings.TrimRight(text[max(0, name.start-8):name.start], "\\\"' ")
	return !strings.HasSuffix(open, "[") || strings.HasPrefix(end, "]") && !isVerb(said)
}

// verbs are what is done with a secret: password reset.
var verbs = set("reset", "change", "rotate", "show", "list", "get", "set", "check", "expire", "generate", "verify", "update", "hash", "encode", "delete", "create",
	"refresh", "revoke", "new", "add", "remove", "sync", "clean", "cleanup", "renew", "validate", "login", "import", "export")

func isVerb(word string) bool { return verbs[word] }
