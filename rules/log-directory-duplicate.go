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
	Why:      "Simple Log Service collects a file once, unless its Logtail configuration is told otherwise: one of the two logstores stays empty.",
	Fix:      "Collect the files into one logstore; let who else needs them read that one, or name in logtailName a Logtail configuration that collects them again.",
	Source:   page + "#SlsConfigs",
	Template: func(s *Subject) {
		type files struct{ dir, logtail string }
		first := map[files]job.Path{}
		for _, log := range s.Items("SlsConfigs") {
			if log.Text("logType") != "" || log.Text("logDir") == "" {
				continue
			}
			f := files{path.Clean(log.Text("logDir")), log.Text("logtailName")}
			if other := first[f]; other != nil {
				at := log.At.Member("logDir")
				s.Say(at, "%s is %s, as in %s; a file is collected once", at, log.Node.At("logDir").InSentence(), other)
				continue
			}
			first[f] = log.At
		}
	},
}
