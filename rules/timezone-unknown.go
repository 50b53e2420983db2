package rules

import (
	"strings"

	"saejob/internal/cron"
	"saejob/internal/severity"
)

var timezoneUnknown = Rule{
	Name:     "timezone-unknown",
	Severity: severity.Error,
	Summary:  "The time zone does not exist.",
	Why:      "The IANA's list has no zone of this name. SAE does not document what it makes of one, and may accept it: examples for applications have Asia/Beijing, whose real name is Asia/Shanghai. Programs in the container go their own way: the C library takes UTC for a name that it does not know, Java takes GMT, others fail. An offset in Timezone is a warning: GMT+8:00 is eight hours east of Greenwich for Java, eight hours west for the C library, and unknown to Go.",
	Fix:      "Set Timezone to an IANA name such as Asia/Shanghai, and TriggerConfig.timezone to an offset such as GMT+8:00.",
	Source:   page + "#Timezone",
	Template: func(s *Subject) {
		if name := s.Text("Timezone"); name != "" {
			zone, err := cron.Zone(name)
			if err != nil {
				s.Say(At("Timezone"), "Timezone is %s, which is not a time zone; use a name such as Asia/Shanghai", s.Find("Timezone").InSentence())
			} else if strings.HasPrefix(zone.String(), "GMT") && offset(s.Now, zone) != 0 {
				s.SayAs(severity.Warning, At("Timezone"), "Timezone is %s, an offset that programs understand differently; use a name such as Asia/Shanghai", s.Find("Timezone").InSentence())
			}
		}
		if n := s.timeTrigger("timezone"); n != nil {
			if _, err := cron.Zone(n.Text); err != nil {
				s.Say(At("TriggerConfig", "timezone"), "TriggerConfig.timezone is %s, which is not a time zone; use an offset such as GMT+8:00", n.InSentence())
			}
		}
	},
}
