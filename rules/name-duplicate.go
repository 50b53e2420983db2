package rules

import (
	"saejob/internal/severity"
	"saejob/internal/text"
)

var nameDuplicate = Rule{
	Name:     "name-duplicate",
	Severity: severity.Error,
	Summary:  "Two templates in one namespace have the same name.",
	Why:      "The files do not tell which of the two is the right one. Whether SAE accepts a second template with the same name is not documented.",
	Fix:      "Rename one of them, or remove the file that is not needed.",
	Templates: func(all []*Facts, say SayOf) {
		type name struct{ namespace, name string }
		first := map[name]*Facts{}
		for _, f := range all {
			n := name{f.NamespaceID, f.Name}
			if f.Name == "" || f.NamespaceID == "" {
				continue
			}
			if other, twice := first[n]; twice {
				say(f, At("AppName"), "AppName is %s, as in %s in the same namespace %s", text.Quote(text.Short(f.Name)), text.Quote(text.Short(other.File)), text.Quote(text.Short(f.NamespaceID)))
				continue
			}
			first[n] = f
		}
	},
}
