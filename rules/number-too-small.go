package rules

import (
	"strconv"

	"saejob/internal/job"
	"saejob/internal/severity"
)

var numberTooSmall = Rule{
	Name:     "number-too-small",
	Severity: severity.Warning,
	Summary:  "A number is so small that it means nothing.",
	Why:      "A run without instances does nothing, and nothing takes less than no time or happens less than never. What SAE does with such a number is not documented.",
	Fix:      "Write the number that is meant, or remove the field.",
	Source:   page + "#Replicas",
	Template: func(s *Subject) {
		for _, row := range leasts {
			n := s.Find(row.at...)
			at := At(row.at...)
			if n == nil || n.Kind != job.Number || s.Refused(at) {
				continue
			}
			if is, err := strconv.ParseInt(n.Text, 10, 64); err == nil && is < row.least && !s.saidOfRetries(at) {
				s.Say(at, "%s is %d; %s", at, is, row.words)
			}
		}
	},
}

// leasts are the least numbers that mean something, where the page states none.
var leasts = []struct {
	at    []string
	least int64
	words string
}{
	{[]string{"Replicas"}, 1, "a run needs at least 1 instance"},
	{[]string{"Timeout"}, 0, "a time is not below 0"},
	{[]string{"BackoffLimit"}, 0, "a number of retries is not below 0"},
	{[]string{"TomcatConfig", "maxThreads"}, 1, "Tomcat needs at least 1 thread"},
}

// saidOfRetries reports whether the rule about retries without a timeout says it.
func (s *Subject) saidOfRetries(at job.Path) bool {
	retries, _ := s.Int("BackoffLimit")
	return at.String() == "Timeout" && retries > 0
}
