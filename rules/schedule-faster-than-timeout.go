package rules

import (
	"time"

	"saejob/internal/cron"
	"saejob/internal/severity"
)

var scheduleFasterThanTimeout = Rule{
	Name:     "schedule-faster-than-timeout",
	Severity: severity.Warning,
	Summary:  "The next run is due before the timeout of this one.",
	Why:      "A run that hangs or is slow is still running when the next one is due. ConcurrencyPolicy decides what happens then: Forbid skips runs until it is finished, Allow lets more and more of them run at once, Replace stops it in the middle of its work.",
	Fix:      "Set Timeout to less than the time between two runs, or run less often.",
	Source:   page + "#ConcurrencyPolicy",
	Template: func(s *Subject) {
		comesOfIt := map[string]string{
			"":        "ConcurrencyPolicy does not say what happens then",
			"Forbid":  "with ConcurrencyPolicy Forbid a slow run prevents the next one from starting",
			"Allow":   "with ConcurrencyPolicy Allow slow runs pile up",
			"Replace": "with ConcurrencyPolicy Replace the next run stops a slow one",
		}[s.Text("ConcurrencyPolicy")]
		timeout, _ := s.Int("Timeout")
		schedule, ok := s.schedule()
		if !ok || schedule.Never() || comesOfIt == "" || s.Has("ConcurrencyPolicy") && !s.Fits("ConcurrencyPolicy") {
			return
		}
		between := schedule.Shortest()
		if between >= 24*time.Hour && cron.Doubt(s.Text("TriggerConfig", "config")) != "" {
			return // by another reading, there may be more days between two
		}
		if int64(between/time.Second) < timeout {
			s.Say(At("Timeout"), "Timeout is %d seconds, but the next run is due after %s; %s", timeout, inWords(between), comesOfIt)
		}
	},
}
