package command

import (
	"slices"

	"saejob/diff"
	"saejob/internal/catalog"
	"saejob/internal/config"
	"saejob/internal/text"
)

// vocabulary knows the names of rules and changes that a configuration may use.
func vocabulary() config.Vocabulary {
	return config.Vocabulary{Rule: catalog.WhyFixed, Ignored: suggest}
}

// suggest reports whether a name is that of a rule or a change, or which was meant.
func suggest(name string) (meant string, known bool) {
	var changes []string
	for _, id := range diff.IDs() {
		changes = append(changes, id.Name)
	}
	if slices.Contains(changes, name) {
		return name, true
	}
	if meant, known = catalog.Suggest(name); known || meant != "" {
		return meant, known
	}
	return text.Closest(name, changes), false
}
