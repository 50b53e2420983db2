package rules

import (
	"path"
	"strings"

	"saejob/internal/severity"
)

var logFileNameMissing = Rule{
	Name:     "log-file-name-missing",
	Severity: severity.Warning,
	Summary:  "The path of a log names a directory, not a file.",
	Why:      "SAE's page about logs says that the path must contain the name of the file; * and ? may stand in it. What stands directly in log or logs and has neither a dot nor a star in its name only looks like a directory: that is an info.",
	Fix:      "Write the name of the file, or a pattern for several: /home/admin/logs/*.log.",
	Source:   logPage,
	Template: func(s *Subject) {
		for _, log := range s.logFiles() {
			file, at, shown := log.path.Text, log.at, log.path.InSentence()
			switch last := path.Base(file); {
			case strings.HasSuffix(file, "/") || isLogs(last) || last == "." || last == "..":
				s.Say(at, "%s is %s, a directory; it must contain the name of the file, such as *.log", at, shown)
			case isLogs(path.Base(path.Dir(file))) && !strings.ContainsAny(last, ".*?<$"):
				s.SayAs(severity.Info, at, "%s is %s; is that a directory? It must contain the name of the file, such as *.log", at, shown)
			}
		}
	},
}

// isLogs reports whether a directory has the name of those that hold logs.
func isLogs(name string) bool { return name == "log" || name == "logs" }
