package rules

import "saejob/internal/severity"

var retriesWithoutTimeout = Rule{
	Name:     "retries-without-timeout",
	Severity: severity.Warning,
	Summary:  "Failed runs are tried again, but there is no time after which a run has failed.",
	Why:      "A run that hangs never fails: it is not tried again, it is paid for until somebody looks, and where ConcurrencyPolicy is Forbid none of the next runs starts.",
	Fix:      "Set Timeout to what a run may take at most, in seconds.",
	Source:   page + "#Timeout",
	Template: func(s *Subject) {
		retries, _ := s.Int("BackoffLimit")
		if retries <= 0 {
			return
		}
		if timeout, ok := s.Int("Timeout"); ok && timeout <= 0 {
			s.Say(At("BackoffLimit"), "BackoffLimit is %d, but with Timeout %d a run that hangs never fails", retries, timeout)
		} else if !s.Has("Timeout") {
			s.Say(At("BackoffLimit"), "BackoffLimit is %d, but Timeout is not set: a run that hangs never fails", retries)
		}
	},
}
