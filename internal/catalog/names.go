package catalog

import (
	"slices"
	"strings"

	"saejob/internal/text"
	"saejob/rules"
)

// Find returns the entry of a name. A rule of the schema may be named without
// "schema/".
func Find(name string) (Entry, bool) { return find(all(), name) }

func find(entries []Entry, name string) (Entry, bool) {
	i := slices.IndexFunc(entries, func(e Entry) bool { return e.Name == name })
	if i < 0 {
		i = slices.IndexFunc(entries, func(e Entry) bool { return e.OfSchema() && e.shortName() == name })
	}
	if i < 0 {
		return Entry{}, false
	}
	return entries[i], true
}

func (e *Entry) shortName() string { return strings.TrimPrefix(e.Name, rules.OfSchema) }

// Suggest reports whether a name, in full, is that of a rule or a change; else it
// returns the one that was meant, if one is close.
func Suggest(name string) (meant string, known bool) { return suggest(all(), name) }

func suggest(entries []Entry, name string) (meant string, known bool) {
	if e, ok := find(entries, name); ok {
		return e.Name, e.Name == name
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name, e.shortName())
	}
	e, _ := find(entries, text.Closest(name, names))
	return e.Name, false
}

// WhyFixed returns why the severity of a rule cannot be set in a configuration, or
// "" where it can: for the computed rules, for fields whose listed values are only
// the known ones, and for rows that only warn. What SAE forbids stays an error; it can be suppressed, with
// a reason.
func WhyFixed(rule string) string {
	meant, known := suggest(Rules(), rule)
	name, ofSchema := strings.CutPrefix(rule, rules.OfSchema)
	switch {
	case !known:
		return noSuch("rule "+text.Quote(rule), meant, "saejob rules lists them")
	case ofSchema && !isOpen(name) && !isLenient(name), rule == rules.YAML.Name:
		return rule + " stays an error; accept a finding with a suppression, which gives its reason"
	}
	return ""
}

// noSuch returns a sentence: there is nothing of that name, and what to try.
func noSuch(what, meant, lists string) string {
	if meant != "" {
		return "there is no " + what + "; did you mean " + meant + "?"
	}
	return "there is no " + what + "; " + lists
}
