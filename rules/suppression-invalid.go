package rules

import (
	"saejob/internal/severity"
	"saejob/internal/suppression"
)

var suppressionInvalid = Rule{
	Name:     "suppression-invalid",
	Severity: severity.Error,
	Summary:  "A suppression cannot be read, gives no reason, or names no rule that there is.",
	Why:      "It accepts nothing, though its writer believes that it does. A reason is what the next reader needs to know whether it still holds.",
	Fix:      `Write saejob:ignore=RULE reason="why" in a comment above an entry, behind its value, or at the head of the file; saejob rules lists the names.`,
	Suppressions: func(all *Suppressions, say func(*suppression.Suppression, string, ...any)) {
		for _, s := range all.All {
			if s.Wrong != "" {
				say(s, "this suppression accepts nothing: %s", s.Wrong)
			}
		}
	},
}
