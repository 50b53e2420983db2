package secret

import (
	"regexp"
	"slices"
	"strings"
)

// longestHarmless is the length from which on no value is harmless.
const longestHarmless = 512

var (
	// absolute is the path of a file.
	absolute = regexp.MustCompile(`^(?:/|[A-Za-z]:[\\/]|file:/)[^\s,;&]*$`)
	// relative is one that begins with the name of a directory.
	relative = regexp.MustCompile(`^[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)+$`)
	// located is a path in a directory that every system has.
	located  = regexp.MustCompile(`^/(?:var|run|etc|mnt|root|home|app|opt|tmp|usr|data|srv|secrets?|vault|config|conf|dev|proc)(?:/[A-Za-z0-9._-]+)+$`)
	quantity = regexp.MustCompile(`^(?:P?T?|PT?)[0-9]{1,9}(?:\.[0-9]+)? ?(?i:ms|s|sec|secs|m|min|h|d|w|k|kb|mb|m|g|gb|%)?(?:/(?:s|sec|m|min|h|d))?$`)
)

var (
	// label is a word or several, a number, a duration, a host.
	label = regexp.MustCompile(`^(?:PT?[0-9DHMS]+|[0-9]+(?:\.[0-9]+)?[a-z%]{0,4}|\.?[A-Za-z][A-Za-z0-9]*(?:[-_.=:/][A-Za-z0-9]+)*[-_:/]?)$`)
	// plainID is an id that people gave, or a number.
	plainID = regexp.MustCompile(`^(?:[0-9]{1,9}|(?:alias/)?[a-z]+[0-9]?(?:[-_][a-z]+[0-9]?)*|key-[a-z0-9]{6,24})$`)
	// loginByReference is an address whose user and password stand elsewhere.
	loginByReference = regexp.MustCompile(`^(?:[a-z][a-z0-9+.-]*://)?[A-Za-z_${}]+:(?:\$\{?[A-Za-z_]+\}?)@[^=]*$`)
	// scheme is what stands before a token in a header.
	scheme       = regexp.MustCompile(`^(?i:bearer|basic|token)\s+`)
	site         = regexp.MustCompile(`^[a-z][a-z0-9+.-]*://`)
	startsClause = regexp.MustCompile(`^(?i:where|and|or|order|limit|from|returning|else|end|then)\b`)
	// cookieName is what a cookie is called.
	cookieName = regexp.MustCompile(`^[A-Za-z][A-Za-z_-]{1,19}$`)
	// mechanism is one or several ways to sign in, in the place of what is needed for it.
	mechanism = regexp.MustCompile(`^(?i:(?:oidc|ldap|saml|saml2|oauth2?|sso|basic|digest|jwt|mtls|kerberos|spnego|iam|rrsa|ram|sts|redis|jdbc|memory|cookie|anonymous|native|internal|external|kubernetes|scram|plain|ntlm)(?:[ ,;/+&-]+|$))+$`)
	// proseOf is a sentence in the place of it.
	proseOf = regexp.MustCompile(`^[A-Za-z]+(?: [a-z]+)+$`)
	// idOfSecret are words beside which an id opens something.
	idOfSecret = set("access", "accesskey", "accesskeys", "session", "ak", "sess", "root")
	// ownsPassword are words that may say whose password it is: DB_PASSWORD_OWNER.
	ownsPassword = set("owner", "service", "manager", "backend", "domain", "host", "engine", "store", "helper", "provider", "namespace", "region",
		"source", "queue", "topic", "bucket", "role", "profile", "environment", "cluster", "location", "mount", "server", "group", "adapter", "driver",
		"repo", "repository", "table", "index", "realm", "state", "page", "view", "template", "user", "username", "account", "property", "class", "module", "plugin", "stage")
)

// truths are values that only say yes or no.
var truths = set("true", "false", "yes", "no", "on", "off", "null", "nil", "none", "undefined", "enabled", "disabled", "enable", "disable", "required", "optional")

// structure stands for the text of a structure where a text is judged. It is not
// harmless.
const structure = "{…}"

// isHarmless reports whether a value cannot be a secret, however strongly its name
// says so.
func isHarmless(name, value string) bool {
	if len(value) > longestHarmless {
		return false
	}
	value = unquoted(strings.TrimSpace(value))
	if value == "" || truths[strings.ToLower(value)] || isReference(value) || isReference(scheme.ReplaceAllString(value, "")) {
		return true
	}
	if word, rest, ok := strings.Cut(value, " "); ok && truths[strings.ToLower(word)] && startsClause.MatchString(rest) {
		return true // SET token = NULL WHERE …
	}
	if isToFill(value) || excuse.MatchString(value) || located.MatchString(value) && !isRandom(value[strings.LastIndexByte(value, '/')+1:]) {
		return true
	}
	list := wordsOf(fold(name, true))
	last := known.uses[list[len(list)-1]]
	if absolute.MatchString(value) {
		return last.says(none, besidePath) || len(list) == 1 && last.says(none, aloneBesidePath)
	}
	if relative.MatchString(value) && last.says(none, besidePath) && !isRandom(value) {
		return true
	}
	if namesField(list, value) || settles(list, value) || switches[list[0]] && (value == "0" || value == "1") {
		return true
	}
	return isLabel(list, value) || quantity.MatchString(value) && anyWord(list, besideNumber) && !isSecretWord(list[len(list)-1])
}

// unquoted returns what stands in a pair of quotes.
func unquoted(value string) string {
	if n := len(value); n > 1 && isQuote(rune(value[0])) && value[n-1] == value[0] {
		return value[1 : n-1]
	}
	return value
}

// isLabel reports whether a value only says more of a secret: its name, where it is,
// how long it lives. An access key's id is as good as the key.
func isLabel(list []string, value string) bool {
	last := list[len(list)-1]
	if slices.Contains(list, "existing") {
		return label.MatchString(value) && len(value) < 64
	}
	if !known.uses[last].says(none, besideLabel) {
		return false
	}
	if ownsPassword[last] && slices.ContainsFunc(list, func(w string) bool { return strings.HasPrefix(w, "pass") || strings.HasPrefix(w, "pw") }) {
		return false
	}
	if last == "id" {
		if slices.ContainsFunc(list, func(w string) bool { return idOfSecret[w] }) {
			return false
		}
		return value != "" && len(value) < 24 && plainID.MatchString(value)
	}
	switch {
	case value == structure:
		return last == "ref" || last == "desc"
	case last == "desc" && (value[0] == '[' || value[0] == '{'):
		return true // the same structure as JSON text; what is in it is looked at
	case last == "ref" && (strings.Contains(value, ":") || strings.HasPrefix(value, "#/")):
		return true
	case last == "dsn":
		return loginByReference.MatchString(value) || sourceWithoutLogin.MatchString(value) && !isShaped("", value)
	}
	if site.MatchString(value) {
		return !strings.ContainsAny(value, "@?#")
	}
	return len(value) < 64 && label.MatchString(value) && !isRandom(value) && !isShaped("", value)
}

// sourceWithoutLogin is the address of a database that nobody logs in with.
var sourceWithoutLogin = regexp.MustCompile(`^(?:[a-z][a-z0-9+.-]*://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9_.-]{0,40})?|(?:tcp|unix)\([A-Za-z0-9_./:-]+\)/[A-Za-z0-9_.-]{0,40})$`)

// settles reports whether a value under a name such as auth or session says how
// something is done: oidc, a cookie's name.
func settles(list []string, value string) bool {
	switch list[len(list)-1] {
	case "auth", "session", "authorization", "credential", "credentials":
		return mechanism.MatchString(value) || proseOf.MatchString(value)
	case "cookie":
		return len(list) > 1 && slices.ContainsFunc(list, func(w string) bool { return ofCookie[w] }) && cookieName.MatchString(value)
	}
	return false
}

// switches begin names that ask for yes or no.
var switches = set("keep", "use", "allow", "enable", "show", "log", "mask", "skip", "with", "require", "has", "is", "print", "check", "verify", "validate", "disable", "ignore")

// ofCookie are words before cookie, where a cookie's name may be the value.
var ofCookie = set("session", "token", "csrf", "xsrf", "auth", "login")

// ofFields are the words of which the names of fields are made that hold secrets.
var ofFields = set("password", "passwd", "token", "secret", "key", "api", "db", "access", "tls", "crt", "ca", "cert", "auth", "client", "username",
	"user", "root", "admin", "redis", "mysql", "postgres", "postgresql", "jwt", "id", "ssh", "private", "credential", "credentials", "data", "config", "value")

// namesField reports whether a value is the name of a field in a secret elsewhere:
// secretKey: db-password.
func namesField(list []string, value string) bool {
	if last := list[len(list)-1]; last != "key" || len(value) > 40 || strings.ToLower(value) != value {
		return false
	}
	if len(list) > 2 && list[0] == "existing" {
		return true
	}
	return (slices.Contains(list, "secret") || slices.Contains(list, "password")) &&
		!slices.ContainsFunc(strings.FieldsFunc(value, func(c rune) bool { return c == '-' || c == '_' || c == '.' }), func(w string) bool { return !ofFields[w] })
}

// isSecretWord reports whether a word alone says secret: digits under DB_PASSWORD are
// one, those under MAX_TOKENS are not.
func isSecretWord(word string) bool { return word != "tokens" && signalOf(word) == strong }

// set returns some words to look up.
func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
