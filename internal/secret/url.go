package secret

import (
	"regexp"
	"strings"
)

// urls finds who logs in where: the user:password of a URL. Both are one part,
// since many services take a token for either. A user alone is only a name,
// unless it looks like a token. Parameters of URLs are assignments.
func urls(text string) []span {
	var found []span
	for i := 0; i < len(text); {
		n := strings.IndexByte(text[i:], ':')
		if n < 0 {
			break
		}
		i += n + 1
		at := i
		for range 2 { // text in JSON may have \/ for a slash
			at += len(text[at:]) - len(strings.TrimPrefix(strings.TrimPrefix(text[at:], `\`), "/"))
		}
		if strings.Count(text[i:at], "/") != 2 {
			continue
		}
		end := at + urlEnd(text[at:])
		if s := (span{at, at + userEnd(text[at:end])}); s.start < s.end && isLogin(text[s.start:s.end]) {
			found = append(found, s)
		}
		i = end
	}
	return found
}

// urlEnd gives the end of a URL, or the beginning of the next one in it.
func urlEnd(text string) int {
	for i, c := range text {
		if isSpace(c) || isQuote(c) || c == '<' || c == '>' || c == ':' && strings.HasPrefix(text[i:], "://") {
			return i
		}
	}
	return len(text)
}

// userEnd gives where the user part of a URL behind its slashes ends. A password
// may hold what ought to be escaped: then what stands before the last @ is it.
func userEnd(rest string) int {
	host := len(rest)
	if n := strings.IndexAny(rest, `/?#\`); n >= 0 {
		host = n
	}
	if at := strings.LastIndexByte(rest[:host], '@'); at >= 0 {
		return at
	}
	_, port, ok := strings.Cut(rest[:host], ":")
	if ok && port != "" && strings.Trim(port, "0123456789") != "" && strings.IndexByte("${%[:]", port[0]) < 0 {
		return max(0, strings.LastIndexByte(rest, '@'))
	}
	return 0
}

// isLogin says whether the user part of a URL holds a secret.
func isLogin(part string) bool {
	part = strings.ReplaceAll(part, "%3A", ":")
	user, password, _ := strings.Cut(strings.ReplaceAll(part, "%3a", ":"), ":")
	if password != "" && !reference.MatchString(password) {
		return true
	}
	return len(user) >= 20 && !reference.MatchString(user) || len(user) >= 8 && strings.ContainsAny(user, "0123456789")
}

var (
	loginUser = regexp.MustCompile(`^[A-Za-z0-9_.+$-]*$`)
	loginHost = regexp.MustCompile(`^(?:[A-Za-z][A-Za-z0-9_.-]*|[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+|\[[0-9A-Fa-f:]+\]|\$\{)`)
	digests   = regexp.MustCompile(`^(?i:sha[0-9]+|md5|blake[0-9a-z]+):`)
)

// addressed stand before the colon of an address that is no login.
var addressed = set("mailto", "mail", "email", "owner", "contact", "author", "maintainer", "maintainers", "to", "from", "cc",
	"by", "sip", "sips", "xmpp", "acct", "npm", "jid", "at", "in", "on", "see")

// logins finds user:password@host without a scheme, as in root:x@tcp(db:3306)/a.
func logins(text string) []span {
	var found []span
	low := 0
	for i := 0; i < len(text); i++ {
		n := strings.IndexByte(text[i:], '@')
		if n < 0 {
			break
		}
		i += n
		rest := text[i+1 : min(len(text), i+1+longName)]
		stops := " \t\r\n\"'`<>=,;(){}[]/"
		if strings.HasPrefix(rest, "tcp(") || strings.HasPrefix(rest, "unix(") {
			stops = " \t\r\n\"'`<>="
		}
		low = max(low, i-longName)
		start := low + strings.LastIndexAny(text[low:i], stops) + 1
		user, password, ok := strings.Cut(text[start:i], ":")
		if ok && password != "" && !strings.HasPrefix(password, "//") && isLoginAt(user, password, rest) {
			found = append(found, span{start, i})
		}
	}
	return found
}

func isLoginAt(user, password, rest string) bool {
	return loginUser.MatchString(user) && !addressed[strings.ToLower(user)] && loginHost.MatchString(rest) &&
		!digests.MatchString(rest) && !reference.MatchString(password)
}
