package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
)

// The most addresses, or domains, that EventBridge takes.
const mostCallers = 5

var webhookCallersTooMany = Rule{
	Name:     "webhook-callers-too-many",
	Severity: severity.Warning,
	Summary:  "The webhook lists more callers than EventBridge takes.",
	Why:      "EventBridge runs the webhook. Its page allows at most 5 addresses or blocks in ip, and at most 5 domains in referer.",
	Fix:      "Join addresses to CIDR blocks, or remove callers.",
	Source:   eventBridgeHTTP,
	Security: true,
	Template: func(s *Subject) {
		if s.Text("TriggerConfig", "type") != "http" {
			return
		}
		for _, name := range []string{"ip", "referer"} {
			at := At("TriggerConfig", "config", name)
			if list := s.Find("TriggerConfig", "config", name); list != nil && list.Kind == job.List && len(list.Entries) > mostCallers {
				s.Say(at, "%s has %d entries; EventBridge takes at most %d", at, len(list.Entries), mostCallers)
			}
		}
	},
}
