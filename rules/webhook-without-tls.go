package rules

import "saejob/internal/severity"

var webhookWithoutTLS = Rule{
	Name:     "webhook-without-tls",
	Severity: severity.Warning,
	Summary:  "The webhook answers calls without TLS.",
	Why:      "The address holds the token that starts a run. Over HTTP it can be read on the way, and used by whoever has read it.",
	Fix:      "Set the type of TriggerConfig.config to HTTPS, and have all callers use the https address.",
	Source:   page + "#TriggerConfig",
	Security: true,
	Template: func(s *Subject) {
		protocols := s.Text("TriggerConfig", "config", "type")
		if s.Text("TriggerConfig", "type") == "http" && (protocols == "HTTP" || protocols == "HTTP&HTTPS") {
			s.Say(At("TriggerConfig", "config", "type"), "TriggerConfig.config.type is %q; over HTTP the token in the address can be read: use HTTPS", protocols)
		}
	},
}
