package rules

import (
	"path"
	"slices"
	"strings"

	"saejob/internal/job"
	"saejob/internal/severity"
)

var commandWithArguments = Rule{
	Name:     "command-with-arguments",
	Severity: severity.Warning,
	Summary:  "Command is more than the name of an executable.",
	Why:      "Command must be an executable object in the container, and CommandArgs has its arguments. No shell reads Command: python main.py is looked for as a file of that name, with the blank in it, and && or cd mean nothing.",
	Fix:      "Leave only the executable in Command, and put each argument into CommandArgs. For what a shell has to read, set Command to sh, and CommandArgs to -c and the whole text. If the name of the file really contains a blank, suppress this finding with that reason.",
	Source:   page + "#Command",
	Template: func(s *Subject) {
		n := s.Find("Command")
		if n == nil || n.Kind != job.String || s.Refused(At("Command")) {
			return
		}
		switch first, rest, list := splitCommand(n); {
		case list:
			s.Say(At("Command"), "Command is %s, a list; it must be one executable: put the arguments into CommandArgs", n.InSentence())
		case rest == "" && slices.Contains(builtins, first):
			s.Say(At("Command"), "Command is %s, which only a shell knows; set Command to sh, and CommandArgs to -c and the text that the shell has to read", n.InSentence())
		case rest != "" && !isPath(first, rest):
			s.Say(At("Command"), "Command is %s, with arguments; it must be one executable: put the arguments into CommandArgs", n.InSentence())
		}
	},
}

// builtins are commands that are part of every shell and are no files: POSIX's
// special built-in utilities, and those that change the shell itself.
var builtins = []string{".", ":", "alias", "break", "cd", "continue", "eval", "exec", "exit", "export", "readonly", "return", "set", "shift", "source", "trap", "umask", "unset"}

// splitCommand returns the first word of a command and the rest; list: it is
// written as a list.
func splitCommand(n *job.Node) (first, rest string, list bool) {
	text, from := n.Shown(), 0
	var b strings.Builder
	for _, at := range job.Placeholders(text) {
		b.WriteString(text[from:at[0]] + "placeholder") // it is one word
		from = at[1]
	}
	shown := strings.TrimSpace(b.String() + text[from:])
	if strings.HasPrefix(shown, "[") && strings.HasSuffix(shown, "]") {
		return "", "", true
	}
	i := strings.IndexAny(shown, " \t\r\n")
	if i < 0 {
		return shown, "", false
	}
	return shown[:i], strings.TrimSpace(shown[i:]), false
}

// isPath reports whether words are the path of one file that has blanks in it, such
// as /opt/My Tools/run: a directory's name goes on after the blank, and no
// word looks like an argument. A known interpreter before the blank has arguments.
func isPath(first, rest string) bool {
	words := strings.Fields(rest)
	isArgument := func(word string) bool {
		return strings.ContainsAny(word[:1], "-/.$'\"&|;<>(=") || strings.ContainsAny(word, "=*&|;<>$") || strings.Contains(word, "://")
	}
	return strings.ContainsAny(first, `/\`) && strings.ContainsAny(rest, `/\`) &&
		!strings.ContainsAny(rest, "\r\n\t") && !slices.ContainsFunc(words, isArgument) &&
		!slices.Contains(interpreters, strings.TrimRight(path.Base(first), "0123456789."))
}

// interpreters are programs whose first argument is mostly the path of a file.
var interpreters = []string{"awk", "bash", "busybox", "cat", "dash", "dotnet", "env", "exec", "go", "java", "ksh", "node", "npx", "perl", "php", "python", "ruby", "sh", "tini", "zsh"}
