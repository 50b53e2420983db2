package rules

import (
	"net/netip"

	"saejob/internal/job"
	"saejob/internal/severity"
)

var webhookOpenToAll = Rule{
	Name:     "webhook-open-to-all",
	Severity: severity.Warning,
	Summary:  "Everybody who has the webhook's address can start a run.",
	Why:      "Addresses end up in logs, chats and histories, and the token in them does not change. Nothing else is asked of the caller.",
	Fix:      "Set securityConfig to ip, and list in ip who calls; referer is better than none, but easily made up.",
	Source:   page + "#TriggerConfig",
	Security: true,
	Template: func(s *Subject) {
		config := s.Find("TriggerConfig", "config")
		if s.Text("TriggerConfig", "type") != "http" || config == nil || config.Kind != job.Object {
			return
		}
		at, who := At("TriggerConfig", "config", "securityConfig"), config.At("securityConfig")
		switch {
		case who == nil:
			s.Say(at, "securityConfig is missing in TriggerConfig.config: everybody who has the address can start a run; set it to ip or referer")
		case who.AsText() == "none":
			s.Say(at, "securityConfig is none: everybody who has the address can start a run; set it to ip or referer")
		case who.AsText() == "ip":
			everywhere(config.At("ip"), func(i int, addresses string) {
				s.Say(At("TriggerConfig", "config", "ip").Item(i), "%s is every address there is; list those that call", addresses)
			})
		}
	},
}

// everywhere finds the items of a list that stand for all addresses.
func everywhere(list *job.Node, say func(i int, addresses string)) {
	if list == nil || list.Kind != job.List {
		return
	}
	for i, e := range list.Entries {
		if p, err := netip.ParsePrefix(e.Value.AsText()); err == nil && p.Bits() == 0 {
			say(i, e.Value.InSentence())
		}
	}
}
