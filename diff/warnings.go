package diff

import (
	"slices"
	"time"

	"saejob/diff/meaning"
	"saejob/diff/pairing"
	"saejob/internal/secret"
	"saejob/internal/suppression"
	"saejob/internal/text"
)

// mapped returns the mappings with how often they were used. What is secret in
// them is not to be shown from here on.
func mapped(all []Mapping, m *pairing.Mappings) []Mapped {
	var shown []Mapped
	for i, one := range all {
		one.From, one.To = secret.Mask(one.From), secret.Mask(one.To)
		shown = append(shown, Mapped{one, m.Used[i]})
	}
	return shown
}

// mappingProblems returns which mappings contradict each other, and which are of
// no use; compared: some templates were, so that they could have been used.
func mappingProblems(all []Mapped, m *pairing.Mappings, compared bool) []Problem {
	var found []Problem
	for i, one := range all {
		if value, doubtful := m.Doubtful[i]; doubtful {
			found = append(found, Problem{ID: "mapping-ambiguous", File: one.File, At: one.At,
				Message: "mappings disagree about " + text.Quote(secret.Mask(value)) + ": this one and a later one translate it differently"})
		}
		if one.Used == 0 && compared {
			found = append(found, Problem{ID: "mapping-unused", File: one.File, At: one.At,
				Message: "this mapping is not used: no value is " + text.Quote(one.From) + " on one side and " + text.Quote(one.To) + " on the other"})
		}
	}
	return found
}

// expired returns the suppressions of changes that have expired.
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
	return slices.ContainsFunc(meaning.IDs(), func(id meaning.ID) bool { return id.Name == name })
}
