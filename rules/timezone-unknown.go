package rules

import (
	"strings"

	"saejob/internal/cron"
	"saejob/internal/severity"
)

var timezoneUnknown = Rule{
	Name:     "timezone-unknown",
	Severity: severity.Error,
	Summary:  "There is no time zone of this name.",
	Why:      "What does not know a zone takes UTC for it, mostly in silence: everything happens eight hours late, or early. Asia/Beijing is such a name; the zone is called Asia/Shanghai. An offset in Timezone is a warning: in a container, GMT+8:00 is eight hours east of Greenwich to Java, eight hours west to the C library, and nothing to Go.",
	Fix:      "Write a name of the IANA's in Timezone, such as Asia/Shanghai, and an offset in TriggerConfig.timezone, such as GMT+8:00.",
	Source:   page + "#Timezone",
	Template: func(s *Subject) {
		if name := s.Text("Timezone"); name != "" {
			zone, err := cron.Zone(name)
			if err != nil {
				s.Say(At("Timezone"), "Timezone is %s, which is no time zone; write a name such as Asia/Shanghai", s.Find("Timezone").InSentence())
			} else if strings.HasPrefix(zone.String(), "GMT") && offset(s.Now, zone) != 0 {
				s.SayAs(severity.Warning, At("Timezone"), "Timezone is %s, an offset, which programs take for different zones; write a name such as Asia/Shanghai", s.Find("Timezone").InSentence())
			}
		}
		if n := s.timeTrigger("timezone"); n != nil {
			if _, err := cron.Zone(n.Text); err != nil {
				s.Say(At("TriggerConfig", "timezone"), "TriggerConfig.timezone is %s, which is no time zone; write an offset such as GMT+8:00", n.InSentence())
			}
		}
	},
}
