package rules

import (
	"time"

	"saejob/internal/severity"
	"saejob/internal/suppression"
)

var suppressionExpired = Rule{
	Name:     "suppression-expired",
	Severity: severity.Warning,
	Summary:  "A suppression has expired.",
	Why:      "It has no effect any more: what it accepted is reported again.",
	Fix:      "Fix the cause and remove the suppression, or extend its date, with a reason that still holds.",
	Suppressions: func(all *Suppressions, say func(*suppression.Suppression, string, ...any)) {
		for _, s := range all.All {
			if s.Wrong == "" && s.Expired(all.Today) {
				say(s, "this suppression expired on %s", s.Expires.Format(time.DateOnly))
			}
		}
	},
}
