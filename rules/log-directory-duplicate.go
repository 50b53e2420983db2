package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
)

var logDirectoryDuplicate = Rule{
	Name:     "log-directory-duplicate",
	Severity: severity.Warning,
	Summary:  "The same log files are collected twice.",
	Why:      "SAE's page about logs says that a file cannot be collected into two projects or logstores, so one of the two most likely gets nothing.",
	Fix:      "Collect the files into one logstore, and let all readers use that one.",
	Source:   logPage,
	Template: func(s *Subject) {
		first := map[string]job.Path{}
		for _, log := range s.logFiles() {
			f := inContainer(log.path.Text)
			if other := first[f]; other != nil {
				s.Say(log.at, "%s is %s, as in %s; a file is collected only once", log.at, log.path.InSentence(), other)
				continue
			}
			first[f] = log.At
		}
	},
}
