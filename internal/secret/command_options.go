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
	{command: "redis-benchmark", option: "-a", apart: true},
	{command: "unrar", option: "-p"},
	{command: "rar", option: "-p"},
	{command: "openssl", option: "-K", apart: true},
	{command: "ossutil", option: "-t", apart: true},
	{command: "ldapadd", option: "-w", apart: true},
	{command: "ldapmodify", option: "-w", apart: true},
	{command: "ldapdelete", option: "-w", apart: true},
	{command: "ldappasswd", option: "-w", apart: true},
	{command: "ldappasswd", option: "-s", apart: true},
	{command: "ldapwhoami", option: "-w", apart: true},
	{command: "osql", option: "-P", apart: true},
	{command: "isql", option: "-P", apart: true},
	{command: "tsql", option: "-P", apart: true},
	{command: "mssql-cli", option: "-P", apart: true},
	{command: "ipmitool", option: "-P", apart: true},
	{command: "snmpwalk", option: "-A", apart: true},
	{command: "snmpwalk", option: "-X", apart: true},
	{command: "snmpget", option: "-A", apart: true},
	{command: "snmpget", option: "-X", apart: true},
	{command: "coscmd", option: "-s", apart: true},
	{command: "mosquitto_pub", option: "-P", apart: true},
	{command: "mosquitto_sub", option: "-P", apart: true},
	{command: "useradd", option: "-p", apart: true},
	{command: "usermod", option: "-p", apart: true},
	{command: "ssh-keygen", option: "-N", apart: true},
	{command: "rpcclient", option: "-U", apart: true},
	{command: "winexe", option: "-U", apart: true},
}

// letters returns the option, also behind others in one: unzip -oP x.
func (o commandOption) letters() string {
	if len(o.option) > 2 || o.apart {
		return o.option
	}
	return `-[A-Za-z]*` + o.option[1:]
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
		value := `(?:=|\s*)(` + quotedText + `|\S+)`
		if o.apart {
			value = `(?:(?:=|\s+)(` + quotedText + `|\S+)|(` + quotedText + `|[^\s"'=]*[0-9][^\s"'=]*))`
		}
		pattern := `(?i:\b` + regexp.QuoteMeta(o.command) + `)(?:64|\.exe)?` + between + o.letters() + value
		all = append(all, form{needs: []string{o.command, " "}, pattern: lazy(pattern), keep: isNotQuotedReference})
	}
	return all
}
