package rules

import "saejob/internal/severity"

var retriesWithoutTimeout = Rule{
	Name:     "retries-without-timeout",
	Severity: severity.Warning,
	Summary:  "Failed runs are retried, but no run times out.",
	Why:      "Only a run that fails is retried. SAE documents no default for Timeout, so a run that hangs may never fail: then it is not retried, its instances stay, and with ConcurrencyPolicy Forbid no later run starts.",
	Fix:      "Set Timeout to the longest time that a run may take, in seconds.",
	Source:   page + "#Timeout",
	Template: func(s *Subject) {
		retries, _ := s.Int("BackoffLimit")
		if retries <= 0 {
			return
		}
		if timeout, ok := s.Int("Timeout"); ok && timeout <= 0 {
			s.Say(At("BackoffLimit"), "BackoffLimit is %d, but with Timeout %d a run that hangs may never fail", retries, timeout)
		} else if !s.Has("Timeout") {
			s.Say(At("BackoffLimit"), "BackoffLimit is %d, but Timeout is not set: a run that hangs may never fail", retries)
		}
	},
}
