package secret

import (
	"encoding/base64"
	"regexp"
	"strings"
)

// command is a way to say a secret that no name tells: group 1 of pattern is it.
type command struct {
	// need is in every text that has it, in small letters: most have not.
	need    string
	pattern *regexp.Regexp
	// keep says whether it is one indeed; nil: always.
	keep func(value string) bool
}

// word begins a command: mysql, /usr/bin/mysql, "mysql.
const word = "(?:^|[\\s;&|(/\"'`]|\\\\[nrt])"

// knownCommands are commands whose short options take a secret, statements, and
// addresses that are one.
var knownCommands = []command{
	{"-p", regexp.MustCompile(`(?im)` + word + `(?:mysql|mariadb)[a-z_-]*(?:\.exe)?["']?,?\s(?:[^\n;&|]*?[\s"'])??-p([^\s"',]+)`), nil},
	{"-p", regexp.MustCompile(`(?m)(?:^|[\s"'])(?:-u|--user|--username)(?:["'],\s*["']|[= ])?[^\s"',]+["']?,?\s+(?:[^\n;&|]*?\s)??["']?-p(?:["'],\s*["']|\s+)?([^\s"',]+)`), isNoPort},
	{"sshpass", regexp.MustCompile(`(?i)(?:\b|\\[nrt])sshpass\s+-p\s*(\S+)`), nil},
	{"redis-cli", regexp.MustCompile(`(?i)(?:\b|\\[nrt])redis-cli\b(?:[^\n;&|]*?\s)??-a\s*(\S+)`), nil},
	{"u", regexp.MustCompile(`(?:^|[\s"'])-[A-Za-z]{0,3}u[= ]?["']?([^\s:"'=/-][^\s:"'=/]*:[^\s"']+)`), isNoID},
	{"-user", regexp.MustCompile(`(?i)(?:^|[\s"'])--(?:proxy-)?user[= ]["']?([^\s:"'=/-][^\s:"'=/]*:[^\s"']+)`), isNoID},
	{"identified", regexp.MustCompile(`(?i)(?:\b|\\[nrt])identified\s+(?:with\s+\S+\s+)?(?:by|as)\s+(?:password\s+)?\\{0,3}["']([^"'\\]+)`), nil},
	{"password", regexp.MustCompile(`(?i)(?:\b|\\[nrt])login\s+\S+\s+password\s+(\S+)`), nil},
	{"pass", regexp.MustCompile(`(?i)(?:\b|\\[nrt])(?:password|passwd|passphrase|requirepass)\s+\\{0,3}["']([^"'\\]+)`), nil},
	{"requirepass", regexp.MustCompile(`(?im)(?:\b|\\[nrt])requirepass\s+(\S+)`), nil},
	{"masterauth", regexp.MustCompile(`(?im)(?:\b|\\[nrt])masterauth\s+(\S+)`), nil},
	{"authorization", regexp.MustCompile(`(?i)(?:\b|\\[nrt])authorization\s+\\{0,3}["']([^"'\\]+)`), nil},
	{"bearer", regexp.MustCompile(`(?i)(?:\b|\\[nrt])bearer(?:\s|%20|\+)+["']?([^\s"',;<>]+)`), isNoWord},
	{"basic", regexp.MustCompile(`(?i)(?:\b|\\[nrt])basic(?:\s|%20)+([A-Za-z0-9+/_-]{6,}={0,2})`), isBasic},
	{"jdbc:oracle", regexp.MustCompile(`(?i)jdbc:oracle:[a-z0-9]+:([^\s@/"']+/[^\s@"']+)@`), nil},
	{"/services/", regexp.MustCompile(`(?i)hooks\.slack[a-z-]*\.com/(?:services|workflows|triggers)/([^\s"'<>?]+)`), nil},
	{"/webhooks/", regexp.MustCompile(`(?i)discord(?:app)?\.com/api/(?:v[0-9]+/)?webhooks/([^\s"'<>?]+)`), nil},
	{"/open-apis/bot/", regexp.MustCompile(`(?i)/open-apis/bot/(?:v[0-9]+/)?hook/([^\s"'<>?]+)`), nil},
	{"/bot", regexp.MustCompile(`/bot([0-9]{5,}:[A-Za-z0-9_-]{20,})`), nil},
	{"webhook.office.com", regexp.MustCompile(`(?i)webhook\.office\.com/webhookb2/([^\s"'<>?]+)`), nil},
}

// commands finds what known commands, statements and addresses hold.
func commands(text string) []span {
	small := lower(text)
	var found []span
	for _, c := range knownCommands {
		if !strings.Contains(small, c.need) {
			continue
		}
		for _, m := range c.pattern.FindAllStringSubmatchIndex(text, -1) {
			if c.keep == nil || c.keep(text[m[2]:m[3]]) {
				found = append(found, span{m[2], m[3]})
			}
		}
	}
	return found
}

// lower spells ASCII letters small. Offsets stay as they are.
func lower(text string) string {
	return strings.Map(func(c rune) rune {
		if c >= 'A' && c <= 'Z' {
			return c + 'a' - 'A'
		}
		return c
	}, text)
}

var (
	port    = regexp.MustCompile(`^[0-9]{1,5}(?::[0-9]{1,5})?(?:/[a-z]+)?$`)
	userIDs = regexp.MustCompile(`^[0-9]+:[0-9]+$`)
)

func isNoPort(value string) bool { return !port.MatchString(value) && !strings.HasPrefix(value, "-") }

func isNoID(value string) bool {
	_, password, _ := strings.Cut(value, ":")
	return !userIDs.MatchString(value) && !reference.MatchString(password)
}

// proseWords follow "bearer" where it is only spoken of.
var proseWords = set("token", "tokens", "auth", "authentication", "authorization", "scheme", "header", "headers", "of", "is",
	"and", "or", "in", "for", "with", "as", "to", "the", "a", "format", "only", "type")

func isNoWord(value string) bool {
	return !proseWords[strings.ToLower(strings.Trim(value, ".,:;)"))] && !reference.MatchString(value)
}

// isBasic says whether a value is user:password in base64.
func isBasic(value string) bool {
	encoding := base64.RawStdEncoding
	if strings.ContainsAny(value, "-_") {
		encoding = base64.RawURLEncoding
	}
	plain, err := encoding.DecodeString(strings.TrimRight(value, "="))
	return err == nil && strings.Contains(string(plain), ":")
}
