package rules

import (
	"time"

	"saejob/internal/severity"
	"saejob/internal/suppression"
)

var suppressionExpired = Rule{
	Name:     "suppression-expired",
	Severity: severity.Warning,
	Summary:  "The last day of a suppression is over.",
	Why:      "It accepts nothing any more: what it was about is found again.",
	Fix:      "Mend what it was about and take it away, or give it another day, with a reason that holds.",
	Suppressions: func(all *Suppressions, say func(*suppression.Suppression, string, ...any)) {
		for _, s := range all.All {
			if s.Wrong == "" && s.Expired(all.Today) {
				say(s, "this suppression expired on %s", s.Expires.Format(time.DateOnly))
			}
		}
	},
}
