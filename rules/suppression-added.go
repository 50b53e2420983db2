package rules

import (
	"saejob/internal/severity"
	"saejob/internal/suppression"
)

var suppressionAdded = Rule{
	Name:     "suppression-added",
	Severity: severity.Info,
	Summary:  "A suppression is not there at the revision that --policy-from names.",
	Why:      "It accepts nothing in this run: who changes a template does not decide alone what is accepted in it. Once it is merged, it holds.",
	Fix:      "Nothing, if whoever reviews the change agrees with its reason.",
	Suppressions: func(all *Suppressions, say func(*suppression.Suppression, string, ...any)) {
		for _, s := range all.All {
			if s.Added && s.Wrong == "" {
				say(s, "this suppression is new and does not hold yet; its reason is: %s", s.Reason)
			}
		}
	},
}
