package rules

import (
	"strings"
	"unicode"

	"saejob/internal/job"
	"saejob/internal/severity"
)

var envNameInvalid = Rule{
	Name:     "env-name-invalid",
	Severity: severity.Warning,
	Summary:  "The name of an environment variable contains =, a blank or a character that cannot be seen.",
	Why:      "POSIX allows no = in a name: the program gets a variable whose name ends there. A name with a blank cannot be used in a shell, and mostly comes from a line that was pasted with its value, or from a blank too much at an end.",
	Fix:      "Write the name alone, in letters, digits and _, and put what comes after = into value.",
	Source:   "https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html",
	Template: func(s *Subject) {
		for _, env := range s.Items("Envs") {
			n := env.Node.At("name")
			if n == nil || n.Kind != job.String {
				continue
			}
			at, what := env.At.Member("name"), ""
			switch {
			case strings.Contains(n.Text, "="):
				what = "="
			case strings.ContainsFunc(n.Text, unicode.IsSpace):
				what = "a blank"
			case strings.ContainsFunc(n.Text, func(r rune) bool { return !unicode.IsPrint(r) }):
				what = "a character that cannot be seen"
			default:
				continue
			}
			if !job.IsPlaceholder(n.Text) {
				s.Say(at, "name is %s, which contains %s; write only the name", n.InSentence(), what)
			}
		}
	},
}
