package rules

import "saejob/internal/severity"

var timezoneMissing = Rule{
	Name:     "timezone-missing",
	Severity: severity.Warning,
	Summary:  "The schedule does not say in which time zone it is.",
	Why:      "EventBridge starts the runs, and its page calls UTC the default. The container's clock is Asia/Shanghai by default, so a schedule meant for it would start runs eight hours late. What SAE makes of a schedule without a time zone is not documented.",
	Fix:      "Set timezone in TriggerConfig: GMT+8:00 for China, GMT+0:00 for UTC.",
	Source:   timerPage,
	Template: func(s *Subject) {
		at := At("TriggerConfig", "timezone")
		if n := s.Find("TriggerConfig", "timezone"); s.timeTrigger("config") != nil && n.AsText() == "" && (n == nil || !s.Refused(at)) {
			s.Say(at, "TriggerConfig.timezone is not set; EventBridge's default is UTC, while Asia/Shanghai is the default of the container's clock: set GMT+8:00, or the zone that is meant")
		}
	},
}
