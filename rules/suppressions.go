package rules

import (
	"time"

	"saejob/internal/suppression"
)

// Suppressions are those that a run looked at, once all findings are known.
type Suppressions struct {
	All   []*suppression.Suppression
	Today time.Time
	// Whole: all templates that the configuration is about were looked at.
	Whole bool
	// Judged reports whether a name is one that the run could find: that of a rule,
	// not of a change.
	Judged func(name string) bool
}
