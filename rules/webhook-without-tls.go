package rules

import "saejob/internal/severity"

var webhookWithoutTLS = Rule{
	Name:     "webhook-without-tls",
	Severity: severity.Warning,
	Summary:  "The webhook accepts calls without TLS.",
	Why:      "The URL contains the token that starts a run. Over HTTP, anyone on the network path can read and use it.",
	Fix:      "Set the type of TriggerConfig.config to HTTPS, and let all callers use the https URL.",
	Source:   page + "#TriggerConfig",
	Security: true,
	Template: func(s *Subject) {
		protocols := s.Text("TriggerConfig", "config", "type")
		if s.Text("TriggerConfig", "type") == "http" && (protocols == "HTTP" || protocols == "HTTP&HTTPS") {
			s.Say(At("TriggerConfig", "config", "type"), "TriggerConfig.config.type is %q; over HTTP the token in the URL can be read: use HTTPS", protocols)
		}
	},
}
