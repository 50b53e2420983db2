package rules

import (
	"saejob/internal/cron"
	"saejob/internal/severity"
)

var scheduleInvalid = Rule{
	Name:     "schedule-invalid",
	Severity: severity.Error,
	Summary:  "The schedule cannot be read.",
	Why:      "The template runs at no time, or at another one than is meant. With six parts, of which the first is the second, this is a warning: EventBridge's own examples have six, all of SAE's have five.",
	Fix:      "Write five parts: minute, hour, day of month, month, day of week. 30 2 * * ? is every day at 02:30, */20 * * * ? every 20 minutes, 0 9 * * MON every Monday at 09:00.",
	Source:   page + "#TriggerConfig",
	Template: func(s *Subject) {
		n := s.timeTrigger("config")
		if n == nil {
			return
		}
		// What is shown of a text with secrets is no schedule either.
		schedule, err := cron.Parse(n.Shown())
		if err != nil {
			s.Say(At("TriggerConfig", "config"), "TriggerConfig.config is %s, which is no schedule: %v", show(n), err)
		} else if schedule.Seconds() {
			s.SayAs(severity.Warning, At("TriggerConfig", "config"), "TriggerConfig.config is %s, with 6 parts, the first for seconds; SAE's page knows 5, from minute to day of week", show(n))
		}
	},
}
