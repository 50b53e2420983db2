package rules

import (
	"saejob/internal/severity"
	"saejob/internal/suppression"
)

var suppressionAdded = Rule{
	Name:     "suppression-added",
	Severity: severity.Info,
	Summary:  "A suppression does not exist in the revision that --policy-from names.",
	Why:      "It has no effect in this run: whoever changes a template does not decide alone what is accepted in it. It takes effect once it is merged.",
	Fix:      "Nothing, if the reviewer agrees with the reason.",
	Suppressions: func(all *Suppressions, say func(*suppression.Suppression, string, ...any)) {
		for _, s := range all.All {
			if s.Added && s.Wrong == "" {
				say(s, "this suppression is new and has no effect yet; its reason is: %s", s.Reason)
			}
		}
	},
}
