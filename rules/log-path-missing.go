package rules

import (
	"saejob/internal/severity"
)

var logPathMissing = Rule{
	Name:     "log-path-missing",
	Severity: severity.Error,
	Summary:  "Log files are to be collected, but it is not said which.",
	Why:      "An entry of SlsConfigs without logType stdout collects files: logDir is their path. Without it, nothing is collected.",
	Fix:      "Set logDir to the path of the files, or logType to stdout.",
	Source:   page + "#SlsConfigs",
	Template: func(s *Subject) {
		for _, log := range s.Items("SlsConfigs") {
			at := log.At.Member("logDir")
			if log.Misspells("logDir", "logType") || s.Refused(at) || s.Refused(log.At.Member("logType")) || !isOfFiles(log.Text("logType")) || log.Text("logDir") != "" {
				continue
			}
			if log.Node.At("logDir") == nil {
				s.Say(at, "%s is missing: it is the path of the files to collect; for the standard output set logType to stdout", at)
			} else {
				s.Say(at, "%s is empty: it is the path of the files to collect; for the standard output set logType to stdout", at)
			}
		}
	},
}
