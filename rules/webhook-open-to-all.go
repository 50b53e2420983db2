package rules

import (
	"net/netip"

	"saejob/internal/job"
	"saejob/internal/severity"
)

var webhookOpenToAll = Rule{
	Name:     "webhook-open-to-all",
	Severity: severity.Warning,
	Summary:  "Everybody who has the webhook's URL can start a run.",
	Why:      "URLs end up in logs, chats and browser histories, and the token in them does not change. Nothing else is checked.",
	Fix:      "Set securityConfig to ip, and list the callers' addresses in ip. referer is better than none, but easy to forge.",
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
			s.Say(at, "securityConfig is missing in TriggerConfig.config: everybody who has the URL can start a run; set it to ip or referer")
		case who.AsText() == "none":
			s.Say(at, "securityConfig is none: everybody who has the URL can start a run; set it to ip or referer")
		case who.AsText() == "ip":
			everywhere(config.At("ip"), func(i int, addresses string) {
				s.Say(At("TriggerConfig", "config", "ip").Item(i), "%s allows every address; list only the callers' addresses", addresses)
			})
		}
	},
}

// everywhere calls say for the items of a list that stand for all addresses.
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
