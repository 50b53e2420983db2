package secret

import (
	"encoding/base64"
	"regexp"
	"slices"
	"strings"
)

// command is a way to say a secret that no name tells: group 1 of pattern is it.
type command struct {
	// needs are in every text that has it, in small letters: most have not.
	needs   []string
	pattern *regexp.Regexp
	// keep says whether it is one indeed; nil: always.
	keep func(value string) bool
}

// word begins a command: mysql, /usr/bin/mysql, "mysql.
const word = "(?:^|[\\s;&|(/\"'`])"

// knownCommands are commands whose short options take a secret, statements, and
// addresses that are one.
var knownCommands = []command{
	{[]string{"-p"}, regexp.MustCompile(`(?im)` + word + `(?:mysql|mariadb)[a-z_-]*(?:\.exe)?["']?,?\s(?:[^\n;&|]*?[\s"'])??-p([^\s"',]+)`), nil},
	{[]string{"-p"}, regexp.MustCompile(`(?m)(?:^|[\s"'])(?:-u|--user|--username)(?:["'],\s*["']|[= ])?[^\s"',]+["']?,?\s+(?:[^\n;&|]*?\s)??["']?-p(?:["'],\s*["']|\s+)?([^\s"',]+)`), isNoPort},
	{[]string{"sshpass"}, regexp.MustCompile(`(?i)\bsshpass\s+-p\s*(\S+)`), nil},
	{[]string{"redis-cli"}, regexp.MustCompile(`(?i)\bredis-cli\b(?:[^\n;&|]*?\s)??-a\s*(\S+)`), nil},
	{[]string{"-", "u", ":"}, regexp.MustCompile(`(?:^|[\s"'])-[A-Za-z]{0,3}u[= ]?["']?([^\s[:cntrl:]:"'=/-][^\s[:cntrl:]:"'=/]*:[^\s"']+)`), isNoID},
	{[]string{"-user"}, regexp.MustCompile(`(?i)(?:^|[\s"'])--(?:proxy-)?user[= ]["']?([^\s[:cntrl:]:"'=/-][^\s[:cntrl:]:"'=/]*:[^\s"']+)`), isNoID},
	{[]string{"identified"}, regexp.MustCompile(`(?i)\bidentified\s+(?:with\s+\S+\s+)?(?:by|as)\s+(?:password\s+)?\\{0,3}["']([^"'\\]+)`), nil},
	{[]string{"password"}, regexp.MustCompile(`(?i)\blogin\s+\S+\s+password\s+(\S+)`), nil},
	{[]string{"pass"}, regexp.MustCompile(`(?i)\b(?:password|passwd|passphrase|requirepass)\s+\\{0,3}["']([^"'\\]+)`), nil},
	{[]string{"requirepass"}, regexp.MustCompile(`(?im)\brequirepass\s+(\S+)`), nil},
	{[]string{"masterauth"}, regexp.MustCompile(`(?im)\bmasterauth\s+(\S+)`), nil},
	{[]string{"authorization"}, regexp.MustCompile(`(?i)\bauthorization\s+\\{0,3}["']([^"'\\]+)`), nil},
	{[]string{"bearer"}, regexp.MustCompile(`(?i)\bbearer(?:[^\S\r\n]|%20|\+)+["']?([^\s"',;<>]+)`), isNoWord},
	{[]string{"basic"}, regexp.MustCompile(`(?i)\bbasic(?:\s|%20)+([A-Za-z0-9+/_-]{6,}={0,2})`), isBasic},
	{[]string{"sqlplus"}, regexp.MustCompile(`(?i)\bsqlplus\s+(?:-\S+\s+)*([^\s@/"']+/[^\s@"']+)`), nil},
	{[]string{"echo"}, regexp.MustCompile(`\becho\s+(?:-n\s+)?["']?([^\s"'|]+)["']?\s*\|\s*[^|\n]*(?:password|passwd|sudo -S)`), isNoReference},
	{[]string{"zip"}, regexp.MustCompile(`(?i)\bzip\s(?:[^\n;&|]*?\s)??-P\s*(\S+)`), nil},
	{[]string{"htpasswd"}, regexp.MustCompile(`\bhtpasswd\s+-[a-zA-Z0-9]*b[a-zA-Z0-9]*\s+(?:-\S+\s+)*\S+\s+\S+\s+(\S+)`), nil},
	{[]string{"password"}, regexp.MustCompile(`(?i)\bpassword(?:\s+(?:is|was|to))\s+["']?([^\s"']+)`), isThoughtUp},
	{[]string{"密码"}, regexp.MustCompile(`密码(?:是|为|改为|改成)[\s:："'“]*([^\s"'”，。；]+)`), isThoughtUp},
	{[]string{"jdbc:oracle"}, regexp.MustCompile(`(?i)jdbc:oracle:[a-z0-9]+:([^\s@/"']+/[^\s@"']+)@`), nil},
	{[]string{"/services/"}, regexp.MustCompile(`(?i)hooks\.slack[a-z-]*\.com/(?:services|workflows|triggers)/([^\s"'<>?]+)`), nil},
	{[]string{"/webhooks/"}, regexp.MustCompile(`(?i)discord(?:app)?\.com/api/(?:v[0-9]+/)?webhooks/([^\s"'<>?]+)`), nil},
	{[]string{"/open-apis/bot/"}, regexp.MustCompile(`(?i)/open-apis/bot/(?:v[0-9]+/)?hook/([^\s"'<>?]+)`), nil},
	{[]string{"/bot"}, regexp.MustCompile(`/bot([0-9]{5,}:[A-Za-z0-9_-]{20,})`), nil},
	{[]string{"webhook.office.com"}, regexp.MustCompile(`(?i)webhook\.office\.com/webhookb2/([^\s"'<>?]+)`), nil},
}

// commands finds what known commands, statements and addresses hold.
func commands(text string) []span {
	small := strings.ToLower(text)
	var found []span
	for _, c := range knownCommands {
		missing := func(need string) bool { return !strings.Contains(small, need) }
		if !slices.ContainsFunc(c.needs, missing) {
			found = append(found, c.find(text)...)
		}
	}
	return found
}

// find finds the command in a text, also in the value of another one.
func (c *command) find(text string) []span {
	var found []span
	left := budget(text)
	for at := 0; at < len(text); {
		m := c.pattern.FindStringSubmatchIndex(text[at:])
		if m == nil {
			break
		}
		s := span{at + m[2], at + m[3]}
		if left -= s.end - s.start; left <= 0 {
			return append(found, span{s.start, len(text)})
		}
		if c.keep == nil || c.keep(text[s.start:s.end]) {
			found = append(found, s)
		}
		at = s.start
	}
	return found
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

func isNoReference(value string) bool { return !reference.MatchString(value) }

// isThoughtUp says whether a word is no word of a sentence: it has digits, signs
// or capitals in it.
func isThoughtUp(value string) bool {
	value = strings.TrimRight(value, ".,;:!?)")
	return len(value) > 3 && strings.IndexFunc(value[1:], func(c rune) bool { return c < 'a' || c > 'z' && c < 0x80 }) >= 0 && !reference.MatchString(value)
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
