package rules

import (
	"path"

	"saejob/internal/job"
	"saejob/internal/severity"
)

var logDirectoryDuplicate = Rule{
	Name:     "log-directory-duplicate",
	Severity: severity.Warning,
	Summary:  "The same log files are collected twice.",
	Why:      "By default, Simple Log Service collects a file only once: one of the two logstores stays empty.",
	Fix:      "Collect the files into one logstore and let all readers use that one, or set logtailName to a Logtail configuration that allows a file to be collected more than once.",
	Source:   page + "#SlsConfigs",
	Template: func(s *Subject) {
		type files struct{ dir, logtail string }
		first := map[files]job.Path{}
		for _, log := range s.Items("SlsConfigs") {
			if !isOfFiles(log.Text("logType")) || log.Text("logDir") == "" {
				continue
			}
			f := files{path.Clean(log.Text("logDir")), log.Text("logtailName")}
			if other := first[f]; other != nil {
				at := log.At.Member("logDir")
				s.Say(at, "%s is %s, as in %s; a file is collected only once", at, log.Node.At("logDir").InSentence(), other)
				continue
			}
			first[f] = log.At
		}
	},
}

// isOfFiles reports whether a logType says that files are collected.
func isOfFiles(logType string) bool { return logType == "" || logType == "file_log" }
