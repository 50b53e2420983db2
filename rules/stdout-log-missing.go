package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
)

var stdoutLogMissing = Rule{
	Name:     "stdout-log-missing",
	Severity: severity.Warning,
	Summary:  "Log files are collected, but not the standard output.",
	Why:      "What a run says before its logging is set up, and when it crashes, goes to the standard output, and is gone with the instance. A template that collects nothing at all is not found: it may log by other ways.",
	Fix:      "Add an entry to SlsConfigs: {logType: stdout, logDir: \"\"}.",
	Source:   page + "#SlsConfigs",
	Template: func(s *Subject) {
		logs := s.Find("SlsConfigs")
		if logs == nil || logs.Kind != job.List || len(logs.Entries) == 0 {
			return
		}
		for _, e := range logs.Entries {
			if kind := e.Value.At("logType"); e.Value.Kind != job.Object || kind != nil && (kind.Kind != job.String || kind.Text != "") {
				return // it is the standard output, or the schema refuses it
			}
		}
		s.Say(At("SlsConfigs"), "SlsConfigs collects files only; the standard output of a run is lost: add an entry with logType stdout")
	},
}
