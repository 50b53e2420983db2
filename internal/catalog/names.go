package catalog

import (
	"slices"
	"strings"

	"saejob/internal/text"
	"saejob/rules"
)

// Find returns the entry of a name. A rule of the schema may be named without
// "schema/".
func Find(name string) (Entry, bool) { return find(Rules(), name) }

func find(entries []Entry, name string) (Entry, bool) {
	i := slices.IndexFunc(entries, func(e Entry) bool { return e.Name == name || e.OfSchema() && e.shortName() == name })
	if i < 0 {
		return Entry{}, false
	}
	return entries[i], true
}

func (e *Entry) shortName() string { return strings.TrimPrefix(e.Name, rules.OfSchema) }

// IsRule reports whether a name, in full, is that of a rule.
func IsRule(name string) bool {
	e, ok := find(Rules(), name)
	return ok && e.Name == name
}

// Suggest reports whether a name, in full, is known; else it returns the one that
// was meant, if one is close.
func Suggest(name string) (meant string, known bool) { return suggest(Rules(), name) }

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
// "" where it can: for the computed rules, and for fields whose listed values are
// only the known ones. What SAE forbids stays an error; it can be suppressed, with
// a reason.
func WhyFixed(rule string) string {
	meant, known := suggest(Rules(), rule)
	name, ofSchema := strings.CutPrefix(rule, rules.OfSchema)
	switch {
	case !known:
		return noSuch("rule", rule, meant)
	case ofSchema && !isOpen(name), rule == rules.YAML.Name:
		return rule + " stays an error; accept a finding with a suppression, which gives its reason"
	}
	return ""
}

// noSuch says that a name is not known.
func noSuch(kind, name, meant string) string {
	if meant != "" {
		return "there is no " + kind + " " + text.Quote(name) + "; did you mean " + meant + "?"
	}
	return "there is no " + kind + " " + text.Quote(name) + "; saejob rules lists them"
}
