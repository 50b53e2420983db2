package rules

import (
	"time"

	"saejob/internal/cron"
	"saejob/internal/job"
	"saejob/internal/text"
)

// timeTrigger returns a text of a trigger that is a schedule: its config, which
// says when, or its timezone; nil where there is none.
func (s *Subject) timeTrigger(name string) *job.Node {
	if s.Text("TriggerConfig", "type") != "time" || s.Text("TriggerConfig", name) == "" {
		return nil
	}
	return s.Find("TriggerConfig", name)
}

// schedule returns when runs start; false where there is no schedule, or one that
// cannot be read.
func (s *Subject) schedule() (cron.Schedule, bool) {
	n := s.timeTrigger("config")
	if n == nil {
		return cron.Schedule{}, false
	}
	schedule, err := cron.Parse(n.Text)
	return schedule, err == nil
}

// inWords writes a length of time in its greatest whole unit.
func inWords(d time.Duration) string {
	n, unit := d/time.Second, "second"
	switch {
	case d%time.Hour == 0:
		n, unit = d/time.Hour, "hour"
	case d%time.Minute == 0:
		n, unit = d/time.Minute, "minute"
	}
	return text.Count(int(n), unit)
}
