package secret

import (
	"regexp"
	"strings"
)

// startsCommand is what stands before a command: mysql, /usr/bin/mysql, "mysql.
const startsCommand = "(?:^|[\\s;&|(/\"'`])"

// commandForms are commands whose options or arguments take a secret in a way of
// their own.
var commandForms = []form{
	// mysql -h db -ux -psecret
	{needs: []string{"-p"}, pattern: lazy(`(?im)` + startsCommand + `(?:mysql|mariadb)[a-z_-]*(?:\.exe)?["']?,?\s(?:[^\n;&|]*?[\s"'])??-p(` + quotedText + `|[^\s"',]+)`), keep: isNotQuotedReference},
	// docker login -u x -p secret, but mysql -u x -p shop asks for it
	{needs: []string{"-p"}, pattern: lazy(`(?m)(?:^|[\s"'])(?:-u|--user|--username)(?:["'],\s*["']|[= ])?[^\s"',]+["']?,?\s+(?:[^\n;&|]*?\s)??["']?-p(?:["'],\s*["']|\s+|=)?(` + quotedText + `|[^\s"',]+)`), keep: isNotPort, not: asksForPassword},
	// curl -su x:secret
	{needs: []string{"-", "u", ":"}, pattern: lazy(`(?:^|[\s"'])-[A-Za-z]{0,3}u[= ]?["']?([^\s[:cntrl:]:"'=/-][^\s[:cntrl:]:"'=/]*:[^\s"']+)`), keep: isNotUserID},
	// curl --user x:secret
	{needs: []string{"-user"}, pattern: lazy(`(?i)(?:^|[\s"'])--(?:proxy-)?user[= ]["']?([^\s[:cntrl:]:"'=/-][^\s[:cntrl:]:"'=/]*:[^\s"']+)`), keep: isNotUserID},
	// curl -u 'x:two words'
	{needs: []string{"-", "u", ":", " "}, words: []string{"'", "\""}, pattern: lazy(`(?:^|[\s"'])(?:-[A-Za-z]{0,3}u|--user|--proxy-user)[= ]?(?:"([^\s:"'=/-][^\s:"'=/]*:[^"\n]+)"|'([^\s:"'=/-][^\s:"'=/]*:[^'\n]+)')`), keep: isNotUserID},
	// curl -E cert:secret
	{needs: []string{"curl", ":"}, pattern: lazy(`\bcurl\b[^\n;|]*?\s(?:-E|--cert)[ =]?["']?[^\s"':]+:([^\s"']+)`), keep: isNotReference},
	// http -a x:secret
	{needs: []string{"http", "-a"}, pattern: lazy(`\b(?:https?|xh)\s(?:[^\n;|]*?\s)??-a[ =]?["']?([^\s:"'/]+:[^\s"']+)`), keep: isNotUserID},
	// sqlplus x/secret@db
	{needs: []string{"sqlplus"}, pattern: lazy(`(?i)\bsqlplus\s+(?:-\S+\s+)*["']?([^\s@/"']+/[^\s@"']+)`)},
	// expdp x/secret@db, sqlldr userid=x/secret
	{needs: []string{"/", " "}, words: []string{"sqlldr", "expdp", "impdp", "exp ", "imp ", "rman", "sqlcl"}, pattern: lazy(`(?i)\b(?:sqlldr|expdp|impdp|exp|imp|rman|sqlcl)\s(?:[^\n;|]*?\s)??(?:userid=)?([a-z_][\w$#]*/[^\s@"'/]+)(?:@|\s+[a-z_]+=)`), keep: isNotReference},
	// echo secret | docker login --password-stdin
	{needs: []string{"|"}, pattern: lazy(`\b(?:echo|printf)\s+(?:-n\s+)?(?:["']?%s(?:\\n)?["']?\s+)?["']?([^\s"'|%][^\s"'|]*)["']?\s*\|\s*[^|\n]*(?:password|passwd|passphrase|sudo -S|kinit|docker login|with-token|cryptsetup)`), keep: isNotReference},
	// kinit x <<< secret
	{needs: []string{"<<<"}, pattern: lazy(`(?:password|passwd|passphrase|kinit|login|sudo -S|with-token)\b[^\n|;<]*<<<\s*(` + quotedText + `|\S+)`), keep: isNotQuotedReference},
	// xfreerdp /p:secret
	{needs: []string{"/p"}, pattern: lazy(`(?i)(?:^|\s)/(?:p|pw|pwd|pass|password):(` + quotedText + `|\S+)`), keep: isNotQuotedReference},
	// expect "password:"; send "secret"
	{needs: []string{"send", "pass"}, pattern: lazy(`(?i)pass(?:word|phrase)?[^"\n]{0,40}\\{0,3}"[\s;{]*send\s+(?:--\s+)?\\{0,3}"([^"\\]+)`), keep: isNotReference},
}

// asksForPassword is a command line in which -p asks for a password.
var asksForPassword = lazy(`(?i)(?:^|[\s;&|(/"'` + "`" + `])(?:mysql|mariadb)[a-z_-]*(?:\.exe)?["']?,?\s[^;&|]*-p["']?,?\s+["']?$`)

var (
	port    = regexp.MustCompile(`^[0-9]{1,5}(?::[0-9]{1,5})?(?:/[a-z]+)?$`)
	userIDs = regexp.MustCompile(`^[0-9]+:[0-9]+$`)
)

// isNotPort reports whether -p takes a password, and neither a port nor nothing.
func isNotPort(value string) bool {
	return !port.MatchString(value) && !strings.HasPrefix(value, "-") && isNotQuotedReference(value)
}

// isNotUserID reports whether -u takes user:password, and not the ids of a user and
// a group.
func isNotUserID(value string) bool {
	_, password, _ := strings.Cut(value, ":")
	return !userIDs.MatchString(value) && !reference.MatchString(password)
}
