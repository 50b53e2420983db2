package command

import (
	"slices"

	"saejob/diff"
	"saejob/internal/catalog"
	"saejob/internal/config"
	"saejob/internal/text"
)

// vocabulary knows the names of rules and changes that a configuration may use.
func vocabulary() config.Vocabulary { return config.Vocabulary{Rule: settable, Ignored: suggest} }

// settable says why a rule's severity cannot be set; empty: it can.
func settable(rule string) string {
	meant, known := catalog.SuggestRule(rule)
	switch {
	case !known && meant != "":
		return "there is no rule " + text.Quote(rule) + "; did you mean " + meant + "?"
	case !known:
		return "there is no rule " + text.Quote(rule) + "; saejob rules lists them"
	case !catalog.Lowerable(rule):
		return rule + " stays an error; accept a finding with a suppression, which gives its reason"
	}
	return ""
}

// suggest says whether a name is that of a rule or a change, or which was meant.
func suggest(name string) (meant string, known bool) {
	var changes []string
	for _, id := range diff.IDs() {
		changes = append(changes, id.Name)
	}
	if slices.Contains(changes, name) {
		return name, true
	}
	if meant, known = catalog.SuggestRule(name); known || meant != "" {
		return meant, known
	}
	return text.Closest(name, changes), false
}
