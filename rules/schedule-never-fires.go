package rules

import "saejob/internal/severity"

var scheduleNeverFires = Rule{
	Name:     "schedule-never-fires",
	Severity: severity.Error,
	Summary:  "The schedule names days that no calendar has.",
	Why:      "It is well written, so nobody complains, but no run ever starts.",
	Fix:      "Name a day that the months have; for the end of a month run on the first of the next.",
	Source:   page + "#TriggerConfig",
	Template: func(s *Subject) {
		if schedule, ok := s.schedule(); ok && schedule.Never() {
			s.Say(At("TriggerConfig", "config"), "TriggerConfig.config is %s: its months have no such day, so no run ever starts", s.timeTrigger("config").InSentence())
		}
	},
}
