package rules

import "saejob/internal/severity"

var envDuplicateName = Rule{
	Name:     "env-duplicate-name",
	Severity: severity.Error,
	Summary:  "Two environment variables have the same name.",
	Why:      "The container gets one of them, and nothing says which. Whoever changes the other one wonders why nothing happens.",
	Fix:      "Keep the one that is meant.",
	Source:   page + "#Envs",
	Template: func(s *Subject) {
		seen := map[string]bool{}
		for _, env := range s.Items("Envs") {
			name := env.Text("name")
			if seen[name] {
				s.Say(env.At.Member("name"), "name is %s, as that of another item of Envs; the container gets one of them: keep one", env.Node.At("name").InSentence())
			}
			seen[name] = name != ""
		}
	},
}
