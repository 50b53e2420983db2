package rules

import (
	"time"

	"saejob/internal/cron"
	"saejob/internal/severity"
)

var timezoneMismatch = Rule{
	Name:     "timezone-mismatch",
	Severity: severity.Warning,
	Summary:  "The schedule goes by another clock than the program sees.",
	Why:      "A program that starts at half past one and asks for the date, or for what yesterday was, gets the wrong day. TriggerConfig.timezone is the schedule's zone, Timezone the container's; without it, that is Asia/Shanghai. A zone with summer time goes with either of its offsets.",
	Fix:      "Give both the same zone: Asia/Shanghai goes with GMT+8:00, UTC with GMT+0:00.",
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

// offset gives how far a zone's clock is ahead of UTC's.
func offset(t time.Time, zone *time.Location) time.Duration {
	_, seconds := t.In(zone).Zone()
	return time.Duration(seconds) * time.Second
}
