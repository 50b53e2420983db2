package rules

import (
	"saejob/internal/severity"
	"saejob/internal/text"
)

var secretSharedBetweenEnvironments = Rule{
	Name:     "secret-shared-between-environments",
	Severity: severity.Warning,
	Summary:  "Two environments have the same secret.",
	Why:      "Whoever may see that of the test environment has that of production, and neither can be changed alone. Environments are those of .saejob.yaml: without it, nothing is compared. Placeholders can be compared where SAEJOB_REDACT_KEY was set when they were written.",
	Fix:      "Make a secret of its own for each environment.",
	Security: true,
	Templates: func(all []*Facts, say SayOf) {
		first := map[string]*Facts{}
		for _, f := range all {
			for _, s := range f.Secrets {
				// An access key's id is no secret without the other half, which is compared.
				if f.Environment == "" || s.At.String() == "OssAkId" {
					continue
				}
				other, known := first[s.Digest]
				if !known {
					first[s.Digest] = f
				} else if other.Environment != f.Environment {
					say(f, s.At, "%s is the same secret as one in %s, of the environment %s", s.At, text.Quote(text.Short(other.File)), text.Quote(text.Short(other.Environment)))
				}
			}
		}
	},
}
