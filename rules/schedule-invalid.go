package rules

import (
	"errors"
	"slices"

	"saejob/internal/cron"
	"saejob/internal/severity"
)

var scheduleInvalid = Rule{
	Name:     "schedule-invalid",
	Severity: severity.Error,
	Summary:  "The schedule is not a valid cron expression.",
	Why:      "The template runs never, or at another time than intended. Six parts, the first for seconds, are a warning: all of SAE's examples have five, EventBridge's have six, and how one becomes the other is not documented. L, W and # for a day are a warning too: neither SAE nor EventBridge documents them, but other products of Alibaba Cloud do.",
	Fix:      "Use five parts: minute, hour, day of month, month, day of week, where 1 is Monday. 30 2 * * ? is every day at 02:30, */20 * * * ? every 20 minutes, 0 9 ? * 1 every Monday at 09:00.",
	Source:   page + "#TriggerConfig",
	Template: func(s *Subject) {
		n := s.timeTrigger("config")
		if n == nil {
			return
		}
		at := At("TriggerConfig", "config")
		// What is shown of a text with secrets is no schedule either.
		switch schedule, err := cron.Parse(n.Shown()); {
		case isQuartz(err):
			s.SayAs(severity.Warning, at, "TriggerConfig.config is %s; SAE may not read it: %v", n.InSentence(), err)
		case err != nil:
			s.Say(at, "TriggerConfig.config is %s, which is not a schedule: %v", n.InSentence(), err)
		case schedule.Seconds():
			s.SayAs(severity.Warning, at, "TriggerConfig.config is %s, with 6 parts, the first for seconds; SAE documents 5, from minute to day of week", n.InSentence())
		}
	},
}

// isQuartz reports whether an expression is only wrong in what Quartz knows.
func isQuartz(err error) bool {
	var parts cron.Errors
	return errors.As(err, &parts) && !slices.ContainsFunc(parts, func(part error) bool { return !errors.Is(part, cron.ErrQuartz) })
}
