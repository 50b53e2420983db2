package rules

import "saejob/internal/severity"

var scheduleNeverFires = Rule{
	Name:     "schedule-never-fires",
	Severity: severity.Error,
	Summary:  "The schedule never fires: its days do not exist in its months.",
	Why:      "The expression is valid, so nothing complains, but no run ever starts.",
	Fix:      "Use a day that exists in the months; for the end of a month, run on the first day of the next one.",
	Source:   page + "#TriggerConfig",
	Template: func(s *Subject) {
		if schedule, ok := s.schedule(); ok && schedule.Never() {
			s.Say(At("TriggerConfig", "config"), "TriggerConfig.config is %s: its months do not have such a day, so no run ever starts", s.timeTrigger("config").InSentence())
		}
	},
}
