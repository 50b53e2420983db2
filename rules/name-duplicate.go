package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
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
			other, twice := first[n]
			if !twice {
				first[n] = f
				continue
			}
			say(f, At("AppName"), "AppName is %s, as in %s, in the same namespace, %s",
				job.Quote(f.Name), job.Quote(other.File), job.Quote(f.NamespaceID))
		}
	},
}
