package rules

import (
	"time"

	"saejob/internal/severity"
)

var scheduleFasterThanTimeout = Rule{
	Name:     "schedule-faster-than-timeout",
	Severity: severity.Warning,
	Summary:  "The next run is due before this one has to be done.",
	Why:      "A run that hangs, or is only slow, meets the next one. What comes of it is for ConcurrencyPolicy to say: with Forbid runs are left out until it is done, with Allow more and more of them run at once, with Replace it is killed in the middle of its work.",
	Fix:      "Set Timeout to less than the time between two runs, or run less often.",
	Source:   page + "#ConcurrencyPolicy",
	Template: func(s *Subject) {
		comesOfIt := map[string]string{
			"":        "ConcurrencyPolicy does not say what becomes of the two",
			"Forbid":  "with ConcurrencyPolicy Forbid a slow run keeps the next from starting",
			"Allow":   "with ConcurrencyPolicy Allow slow runs pile up",
			"Replace": "with ConcurrencyPolicy Replace a slow run is killed by the next",
		}[s.Text("ConcurrencyPolicy")]
		timeout, _ := s.Int("Timeout")
		schedule, ok := s.schedule()
		if !ok || schedule.Never() || comesOfIt == "" || s.Has("ConcurrencyPolicy") && !s.Fits("ConcurrencyPolicy") {
			return
		}
		if between := schedule.Shortest(); int64(between/time.Second) < timeout {
			s.Say(At("Timeout"), "Timeout is %d seconds, but the next run is due after %s; %s", timeout, inWords(between), comesOfIt)
		}
	},
}
