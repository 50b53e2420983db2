package rules

import (
	"saejob/internal/severity"
	"saejob/internal/text"
)

var secretSharedBetweenEnvironments = Rule{
	Name:     "secret-shared-between-environments",
	Severity: severity.Warning,
	Summary:  "Two environments use the same secret.",
	Why:      "Whoever can read the secret of the test environment also has the one of production, and the secret of one environment cannot be changed alone. The environments are those in .saejob.yaml: without it, nothing is compared. Placeholders can be compared only if SAEJOB_REDACT_KEY was set when they were written.",
	Fix:      "Create a separate secret for each environment.",
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
					say(f, s.At, "%s is the same secret as one in %s, in the environment %s", s.At, text.Quote(text.Short(other.File)), text.Quote(text.Short(other.Environment)))
				}
			}
		}
	},
}
