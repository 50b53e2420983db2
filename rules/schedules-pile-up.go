package rules

import (
	"strings"
	"time"

	"saejob/internal/severity"
	"saejob/internal/text"
)

// A crowd is as many templates as should not start in one minute. One that starts
// more often than every rare does not count: it meets the others wherever it is
// put.
const (
	crowd = 10
	rare  = 10 * time.Minute
)

var schedulesPileUp = Rule{
	Name:     "schedules-pile-up",
	Severity: severity.Warning,
	Summary:  "Ten or more templates in one namespace start in the same minute.",
	Why:      "All of them need addresses, images and database connections at the same moment, usually on the full hour. How many SAE starts at once is not documented; ten is saejob's own limit. This looks at the first week of a month; templates that are suspended, or that start more often than every ten minutes, do not count.",
	Fix:      "Move some of them by a few minutes: 7 2 * * ? instead of 0 2 * * ?.",
	Templates: func(all []*Facts, say SayOf) {
		for namespace, clocks := range clocks(all, rare) {
			agenda := newAgenda(clocks, crowd)
			for pile, at := agenda.takeFullest(); len(pile) >= crowd; pile, at = agenda.takeFullest() {
				var others []string
				for _, f := range pile[1:4] {
					others = append(others, text.Quote(f.Name))
				}
				say(pile[0], At("TriggerConfig", "config"), "%d templates in namespace %s start in the same minute, at %s %s: this one, %s and %d more",
					len(pile), text.Quote(namespace), at.Format("15:04"), at.Location(), strings.Join(others, ", "), len(pile)-4)
			}
		}
	},
}
