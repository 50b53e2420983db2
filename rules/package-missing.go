package rules

import (
	"slices"

	"saejob/internal/severity"
	"saejob/internal/text"
)

var packageMissing = Rule{
	Name:     "package-missing",
	Severity: severity.Warning,
	Summary:  "The template deploys a package of Python or PHP, but does not say which.",
	Why:      "There is nothing to run. CreateJob and UpdateJob require PackageUrl and PackageVersion for PythonZip; for PhpZip, no page says so, but it is deployed the same way. For FatJar and War, the schema requires both.",
	Fix:      "Set PackageUrl to the address of the package, and PackageVersion to its version.",
	Source:   createPage + "#PackageUrl",
	Template: func(s *Subject) {
		deployed := s.Text("PackageType")
		if deployed != "PythonZip" && deployed != "PhpZip" {
			return
		}
		missing := slices.DeleteFunc([]string{"PackageUrl", "PackageVersion"}, func(field string) bool {
			return s.Has(field) || s.Find(field) != nil && s.Refused(At(field))
		})
		if len(missing) > 0 {
			s.Say(At(missing[0]), "%s missing; a package of type %s needs both", are(missing), deployed)
		}
	},
}

// are returns that one thing is, or two are.
func are(names []string) string {
	if len(names) == 1 {
		return names[0] + " is"
	}
	return text.And(names) + " are"
}
