package rules

import (
	"strings"

	"saejob/internal/severity"
	"saejob/internal/suppression"
)

var suppressionUnused = Rule{
	Name:     "suppression-unused",
	Severity: severity.Warning,
	Summary:  "A suppression has no effect: there is no finding that it accepts.",
	Why:      "It would hide the same mistake the next time.",
	Fix:      "Remove it.",
	Suppressions: func(all *Suppressions, say func(*suppression.Suppression, string, ...any)) {
		for _, s := range all.All {
			if s.Wrong != "" || s.Added || s.Expired(all.Today) {
				continue
			}
			var unused []string
			for _, name := range s.Unused(all.Whole) {
				if all.Judged(name) {
					unused = append(unused, name)
				}
			}
			if len(unused) > 0 {
				say(s, "this suppression has no effect: there is no finding of %s here", strings.Join(unused, ", "))
			}
		}
	},
}
