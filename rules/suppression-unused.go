package rules

import (
	"strings"

	"saejob/internal/severity"
	"saejob/internal/suppression"
)

var suppressionUnused = Rule{
	Name:     "suppression-unused",
	Severity: severity.Warning,
	Summary:  "A suppression accepts nothing: what it is about is not found.",
	Why:      "It would accept the same mistake the next time, unseen.",
	Fix:      "Take it away.",
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
				say(s, "this suppression is not used: there is no finding of %s here", strings.Join(unused, ", "))
			}
		}
	},
}
