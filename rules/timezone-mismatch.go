package rules

import (
	"time"

	"saejob/internal/cron"
	"saejob/internal/severity"
)

var timezoneMismatch = Rule{
	Name:     "timezone-mismatch",
	Severity: severity.Warning,
	Summary:  "The schedule and the container use different time zones.",
	Why:      "A program that starts at half past one and computes the date, or the day before, gets the wrong day. Timezone is Asia/Shanghai if it is not set. That it is the container's zone and TriggerConfig.timezone the schedule's is how the fields are used, but no page says so. A zone with daylight saving time matches either of its offsets.",
	Fix:      "Set both to the same zone: Asia/Shanghai matches GMT+8:00, UTC matches GMT+0:00.",
	Source:   page + "#Timezone",
	Template: func(s *Subject) {
		n, clock := s.timeTrigger("timezone"), s.Text("Timezone")
		if n == nil || s.Has("Timezone") && clock == "" {
			return
		}
		shown := "Asia/Shanghai by default"
		if clock == "" {
			clock = "Asia/Shanghai"
		} else {
			shown = s.Find("Timezone").InSentence()
		}
		schedule, err := cron.Zone(n.Text)
		container, err2 := cron.Zone(clock)
		if err != nil || err2 != nil {
			return
		}
		ahead := offset(s.Now, container) - offset(s.Now, schedule)
		halfAYear := s.Now.AddDate(0, 6, 0)
		if ahead == 0 || offset(halfAYear, container) == offset(halfAYear, schedule) {
			return
		}
		apart := inWords(ahead.Abs()) + " ahead"
		if ahead < 0 {
			apart = inWords(ahead.Abs()) + " behind"
		}
		s.Say(At("TriggerConfig", "timezone"), "TriggerConfig.timezone is %s, but Timezone is %s: the container's clock is %s", n.InSentence(), shown, apart)
	},
}

// offset returns how far a zone's clock is ahead of UTC's.
func offset(t time.Time, zone *time.Location) time.Duration {
	_, seconds := t.In(zone).Zone()
	return time.Duration(seconds) * time.Second
}
