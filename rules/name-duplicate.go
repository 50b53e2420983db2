package rules

import (
	"saejob/internal/severity"
	"saejob/internal/text"
)

var nameDuplicate = Rule{
	Name:     "name-duplicate",
	Severity: severity.Error,
	Summary:  "Two templates of one namespace have the same name.",
	Why:      "SAE makes no second template of a name, and nobody can tell from the files which of the two is meant.",
	Fix:      "Rename one of them, or remove the file that is not wanted.",
	Templates: func(all []*Facts, say SayOf) {
		type name struct{ namespace, name string }
		first := map[name]*Facts{}
		for _, f := range all {
			n := name{f.NamespaceID, f.Name}
			if f.Name == "" || f.NamespaceID == "" {
				continue
			}
			if other, twice := first[n]; twice {
				say(f, At("AppName"), "AppName is %s, as in %s, in the same namespace, %s", text.Quote(text.Short(f.Name)), text.Quote(text.Short(other.File)), text.Quote(text.Short(f.NamespaceID)))
				continue
			}
			first[n] = f
		}
	},
}
