package rules

import (
	"saejob/internal/cron"
	"saejob/internal/severity"
)

var scheduleAmbiguous = Rule{
	Name:     "schedule-ambiguous",
	Severity: severity.Warning,
	Summary:  "Programs that read cron expressions do not all choose the same days for this schedule.",
	Why:      "No page says which of them reads SAE's schedules. EventBridge starts the runs; its page counts 1 as Monday, as cron, Spring and Kubernetes do, and has Spring's own examples. These three differ where both the day of month and the day of week are restricted, where Sunday is 7 or ends a range, and in steps of days of the week. Quartz is named because the ? in SAE's examples is one of its marks.",
	Fix:      "Restrict only one of the two days, and write ? or * for the other. Write Sunday as 0 or SUN, and list the days of a range that ends with it: 5,6,0 instead of 5-7.",
	Source:   timerPage,
	Template: func(s *Subject) {
		n := s.timeTrigger("config")
		if n == nil {
			return
		}
		if doubt := cron.Doubt(n.Shown()); doubt != "" {
			s.Say(At("TriggerConfig", "config"), "TriggerConfig.config is %s; readers of cron understand it differently: %s", n.InSentence(), doubt)
		}
	},
}
