package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
)

var webhookClosedToAll = Rule{
	Name:     "webhook-closed-to-all",
	Severity: severity.Error,
	Summary:  "Nobody can start a run through the webhook.",
	Why:      "securityConfig says that a call must come from an address in ip, or from a domain in referer, and that list is empty: EventBridge requires it.",
	Fix:      "List the callers, or set securityConfig to what is to be checked.",
	Source:   eventBridgeHTTP,
	Security: true,
	Template: func(s *Subject) {
		at := At("TriggerConfig", "config")
		config := s.Find("TriggerConfig", "config")
		if s.Text("TriggerConfig", "type") != "http" || config == nil {
			return
		}
		check := config.At("securityConfig").AsText()
		if check != "ip" && check != "referer" {
			return
		}
		switch list := config.At(check); {
		case list == nil:
			s.Say(at.Member(check), "%s is missing in TriggerConfig.config, but securityConfig is %s: no call can start a run; list the callers in %s", check, check, check)
		case list.Kind == job.List && len(list.Entries) == 0:
			s.Say(at.Member(check), "%s is an empty list, but securityConfig is %s: no call can start a run; list the callers", check, check)
		}
	},
}

// The page of the event source that a webhook is.
const eventBridgeHTTP = "https://help.aliyun.com/zh/eventbridge/user-guide/create-a-custom-event-source-of-the-http-or-https-events-type"
