package rules

import (
	"saejob/internal/severity"
	"saejob/internal/suppression"
)

var suppressionInvalid = Rule{
	Name:     "suppression-invalid",
	Severity: severity.Error,
	Summary:  "A suppression cannot be read, gives no reason, or names an unknown rule.",
	Why:      "It has no effect, though its author believes that it has. The next reader needs the reason to decide whether it still holds.",
	Fix:      `Write saejob:ignore=RULE reason="why" in a comment above an entry, after its value, or at the top of the file; saejob rules lists the names.`,
	Suppressions: func(all *Suppressions, say func(*suppression.Suppression, string, ...any)) {
		for _, s := range all.All {
			if s.Wrong != "" {
				say(s, "this suppression has no effect: %s", s.Wrong)
			}
		}
	},
}
