package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
)

var stdoutLogMissing = Rule{
	Name:     "stdout-log-missing",
	Severity: severity.Warning,
	Summary:  "Log files are collected, but standard output is not.",
	Why:      "What a program writes before its logging is set up, and when it crashes, mostly goes to the standard output. Nothing keeps it when the instance is gone, as far as SAE's pages say. A template that collects nothing is not reported: it may send its logs in another way.",
	Fix:      "Add this entry to SlsConfigs: {logType: stdout, logDir: \"\"}.",
	Source:   page + "#SlsConfigs",
	Template: func(s *Subject) {
		logs := s.Find("SlsConfigs")
		if logs == nil || logs.Kind != job.List || len(logs.Entries) == 0 {
			return
		}
		for _, e := range logs.Entries {
			if kind := e.Value.At("logType"); e.Value.Kind != job.Object || kind != nil && (kind.Kind != job.String || !isOfFiles(kind.Text)) {
				return // it is the standard output, or the schema refuses it
			}
		}
		s.Say(At("SlsConfigs"), "SlsConfigs collects only files, so the standard output of runs is lost; add an entry with logType stdout")
	},
}
