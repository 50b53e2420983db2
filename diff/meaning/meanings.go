package meaning

import "strings"

// All returns the meanings, in the order in which they are asked what a change is
// called.
func All() []*Meaning {
	return []*Meaning{
		&defaults,
		&schedule,
		&access,
		&suspension,
		&concurrency,
		&imageMeaning,
		&resources,
		&network,
		&logging,
		&secret,
		&replacement,
		&elsewhere,
	}
}

// Of runs every meaning and returns all that a change means. The first meaning that
// sets an ID names the change.
func Of(c *Change) Said {
	var all Said
	var texts []string
	for _, m := range All() {
		s := m.Say(c)
		if all.ID == nil {
			all.ID = s.ID
		}
		if s.Text != "" {
			texts = append(texts, s.Text)
		}
	}
	all.Text = strings.Join(texts, "; ")
	return all
}
