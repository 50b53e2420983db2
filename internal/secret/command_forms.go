package secret

import (
	"regexp"
	"strings"
)

// commandOption is an option of a command whose value is a secret: redis-cli -a x.
type commandOption struct {
	command string
	// between is what stands between them, a regular expression; "": argumentsBefore.
	between string
	option  string
	// apart: a blank stands before the value; -key is another option.
	apart bool
}

// commandOptions are short options whose names do not say that they take a secret.
// A new one is a row.
var commandOptions = []commandOption{
	{command: "redis-cli", between: `\b` + argumentsBefore, option: "-a"},
	{command: "sshpass", between: `\s+`, option: "-p"},
	{command: "zip", option: "-P"},
	{command: "unzip", option: "-P"},
	{command: "7z", option: "-p"},
	{command: "7za", option: "-p"},
	{command: "openssl", option: "-k", apart: true},
	{command: "ossutil", option: "-k", apart: true},
	{command: "ldapsearch", option: "-w", apart: true},
	{command: "sqlcmd", option: "-P", apart: true},
	{command: "bcp", option: "-P", apart: true},
	{command: "cqlsh", option: "-p", apart: true},
	{command: "beeline", option: "-p", apart: true},
	{command: "lftp", option: "-u", apart: true},
	{command: "smbclient", option: "-U", apart: true},
	{command: "helm", option: "-p", apart: true},
}

// argumentsBefore are the arguments before the one that is looked for.
const argumentsBefore = `(?:[^\n;&|]*?\s)??`

// quotedText is an argument in quotes, which blanks do not end.
const quotedText = `"[^"\s,][^"\n]*"|'[^'\s,][^'\n]*'`

// isNotQuotedReference reports whether an argument is a value of its own.
func isNotQuotedReference(value string) bool {
	value = strings.Trim(value, "\"'")
	return !reference.MatchString(value) && !strings.HasPrefix(value, "$(")
}

// formsOf returns options as forms.
func formsOf(options []commandOption) []form {
	var all []form
	for _, o := range options {
		between := o.between
		if between == "" {
			between = `\s` + argumentsBefore
		}
		gap := `\s*`
		if o.apart {
			gap = `\s+`
		}
		pattern := `(?i:\b` + regexp.QuoteMeta(o.command) + `)` + between + o.option + gap + `(` + quotedText + `|\S+)`
		all = append(all, form{needs: []string{o.command}, pattern: lazy(pattern), keep: isNotQuotedReference})
	}
	return all
}

// startsCommand is what stands before a command: mysql, /usr/bin/mysql, "mysql.
const startsCommand = "(?:^|[\\s;&|(/\"'`])"

// commandForms are commands whose options or arguments take a secret in a way of
// their own.
var commandForms = []form{
	// mysql -h db -ux -psecret
	{needs: []string{"-p"}, pattern: lazy(`(?im)` + startsCommand + `(?:mysql|mariadb)[a-z_-]*(?:\.exe)?["']?,?\s(?:[^\n;&|]*?[\s"'])??-p(` + quotedText + `|[^\s"',]+)`), keep: isNotQuotedReference},
	// docker login -u x -p secret
	{needs: []string{"-p"}, pattern: lazy(`(?m)(?:^|[\s"'])(?:-u|--user|--username)(?:["'],\s*["']|[= ])?[^\s"',]+["']?,?\s+(?:[^\n;&|]*?\s)??["']?-p(?:["'],\s*["']|\s+)?(` + quotedText + `|[^\s"',]+)`), keep: isNotPort},
	// curl -su x:secret
	{needs: []string{"-", "u", ":"}, pattern: lazy(`(?:^|[\s"'])-[A-Za-z]{0,3}u[= ]?["']?([^\s[:cntrl:]:"'=/-][^\s[:cntrl:]:"'=/]*:[^\s"']+)`), keep: isNotUserID},
	// curl --user x:secret
	{needs: []string{"-user"}, pattern: lazy(`(?i)(?:^|[\s"'])--(?:proxy-)?user[= ]["']?([^\s[:cntrl:]:"'=/-][^\s[:cntrl:]:"'=/]*:[^\s"']+)`), keep: isNotUserID},
	// sqlplus x/secret@db
	{needs: []string{"sqlplus"}, pattern: lazy(`(?i)\bsqlplus\s+(?:-\S+\s+)*["']?([^\s@/"']+/[^\s@"']+)`)},
	// echo secret | docker login --password-stdin
	{needs: []string{"echo"}, pattern: lazy(`\becho\s+(?:-n\s+)?["']?([^\s"'|]+)["']?\s*\|\s*[^|\n]*(?:password|passwd|sudo -S)`), keep: isNotReference},
	// htpasswd -bc file x secret
	{needs: []string{"htpasswd"}, pattern: lazy(`\bhtpasswd\s+-[a-zA-Z0-9]*b[a-zA-Z0-9]*\s+(?:-\S+\s+)*\S+\s+\S+\s+(\S+)`)},
}

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
