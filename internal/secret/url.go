package secret

import (
	"regexp"
	"strings"
)

// urls finds the login in a URL: user:password. Both are one secret, since many
// services take a token for either. A user alone is only a name,
// unless it looks like a token. Parameters of URLs are assignments.
func urls(text string) []span {
	var found []span
	for i := 0; i < len(text); {
		n := strings.Index(text[i:], "://")
		if n < 0 {
			break
		}
		at := i + n + len("://")
		end := at + urlEnd(text[at:])
		if s := (span{at, at + userEnd(text[at:end], strings.HasSuffix(text[:i+n], "http") || strings.HasSuffix(text[:i+n], "https"))}); s.start < s.end && isLogin(text[s.start:s.end]) {
			found = append(found, s)
		}
		i = end
	}
	return found
}

// urlEnd returns the end of a URL, or the beginning of the next one in it.
func urlEnd(text string) int {
	for i, c := range text {
		if isSpace(c) || isQuote(c) || c == '<' || c == '>' || c == ':' && strings.HasPrefix(text[i:], "://") {
			return i
		}
	}
	return len(text)
}

// userEnd returns where the user part of a URL after its slashes ends. A password
// may hold what ought to be escaped: then what stands before the last @ is it. An @
// is in paths of the web, too.
func userEnd(rest string, web bool) int {
	host := len(rest)
	if n := strings.IndexAny(rest, `/?#\`); n >= 0 {
		host = n
	}
	if at := strings.LastIndexByte(rest[:host], '@'); at >= 0 {
		if last := strings.LastIndexByte(rest, '@'); !web && last > host && rest[last-1] != '/' && strings.IndexByte(rest[:at], ':') >= 0 &&
			!strings.ContainsAny(rest[at:last], "?,") && !strings.ContainsAny(rest[at:host], ".") {
			return last
		}
		return at
	}
	_, port, ok := strings.Cut(rest[:host], ":")
	if ok && port != "" && strings.Trim(port, "0123456789") != "" && strings.IndexByte("${%[:]", port[0]) < 0 {
		return max(0, strings.LastIndexByte(rest, '@'))
	}
	return 0
}

// isLogin reports whether the user part of a URL holds a secret.
func isLogin(part string) bool {
	user, password, _ := strings.Cut(part, ":")
	if password != "" && !reference.MatchString(password) {
		return true
	}
	return len(user) >= 20 && !reference.MatchString(user) || len(user) >= 8 && strings.ContainsAny(user, "0123456789")
}

var (
	loginHost = regexp.MustCompile(`^(?:\(|[A-Za-z][A-Za-z0-9_.-]*|[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+|\[[0-9A-Fa-f:]+\]|\$\{)`)
	digests   = regexp.MustCompile(`^(?i:sha[0-9]+|md5|blake[0-9a-z]+):`)
)

// addressed stand before the colon of an address that is not a login.
var addressed = set("mailto", "mail", "email", "owner", "contact", "author", "maintainer", "maintainers", "to", "from", "cc",
	"pager", "team", "by", "jdbc", "sip", "sips", "xmpp", "acct", "npm", "jid", "at", "in", "on", "see")

// logins finds user:password@host without a scheme, as in root:x@tcp(db:3306)/a.
func logins(text string) []span {
	var found []span
	for i := 0; i < len(text); i++ {
		n := strings.IndexByte(text[i:], '@')
		if n < 0 {
			break
		}
		i += n
		rest := text[i+1 : min(len(text), i+1+longName)]
		blanks := " \t\r\n\"'`<>="
		if !strings.HasPrefix(rest, "tcp(") && !strings.HasPrefix(rest, "unix(") && !strings.HasPrefix(rest, "(") {
			blanks += "/"
		}
		if inPath(text[max(0, i-longName):i]) {
			continue
		}
		low := max(0, i-longName)
		for _, stops := range []string{blanks + ",;(){}[]|", blanks} {
			start := low + strings.LastIndexAny(text[low:i], stops) + 1
			if scheme := strings.LastIndex(text[start:i], "://"); scheme >= 0 {
				start += scheme + len("://")
			}
			colon := strings.IndexByte(text[start:i], ':')
			if colon < 0 {
				continue
			}
			colon += start
			if start = userStart(text, start, colon); isLoginAt(text[start:colon], text[colon+1:i], rest) {
				found = append(found, span{start, i})
			}
			break
		}
	}
	return found
}

// inPath reports whether text ends in the path of a URL of the web, where a colon and
// an @ are no login.
func inPath(text string) bool {
	n := strings.LastIndex(text, "http")
	if n < 0 {
		return false
	}
	_, rest, ok := strings.Cut(text[n:], "://")
	return ok && strings.IndexByte(rest, '/') > 0 && !strings.ContainsAny(rest, " \t\r\n\"'`<>=?#,;")
}

// userStart returns the start of the user before a colon.
func userStart(text string, low, colon int) int {
	start := colon
	for start > low && (isAlphanumeric(text[start-1]) || strings.IndexByte("_.+$@-", text[start-1]) >= 0) {
		start--
	}
	return start
}

// isLoginAt reports whether a user, a password and what follows the @ are a login.
func isLoginAt(user, password, rest string) bool {
	return password != "" && !strings.Contains(user, "@") &&
		!addressed[strings.ToLower(user)] && loginHost.MatchString(rest) &&
		!digests.MatchString(rest) && !reference.MatchString(password)
}
