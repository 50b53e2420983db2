package diff

import (
	"time"

	"saejob/internal/job"
	"saejob/internal/suppression"
)

// Problem is something wrong with what a comparison goes by: a mapping, or a
// suppression. It is a warning.
type Problem struct {
	// ID is mapping-unused, mapping-ambiguous or suppression-expired.
	ID      string
	File    string
	At      job.Range
	Message string
}

// expired says which suppressions that are about changes hold no more.
func expired(all []*suppression.Suppression, today time.Time) []Problem {
	var found []Problem
	for _, s := range all {
		if s.Wrong == "" && s.Expired(today) && s.NamesAny(isID) {
			found = append(found, Problem{ID: "suppression-expired", File: s.File, At: s.At,
				Message: "this suppression expired on " + s.Expires.Format(time.DateOnly)})
		}
	}
	return found
}

func isID(name string) bool {
	for _, id := range IDs() {
		if id.Name == name {
			return true
		}
	}
	return false
}
