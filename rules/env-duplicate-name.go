package rules

import "saejob/internal/severity"

var envDuplicateName = Rule{
	Name:     "env-duplicate-name",
	Severity: severity.Error,
	Summary:  "Two environment variables have the same name.",
	Why:      "An environment has one value for a name. SAE documents neither whether it accepts two nor which of them the program gets; a change to the other one has no effect.",
	Fix:      "Keep the right one and remove the other.",
	Source:   page + "#Envs",
	Template: func(s *Subject) {
		seen := map[string]bool{}
		for _, env := range s.Items("Envs") {
			name := env.Text("name")
			if seen[name] {
				s.Say(env.At.Member("name"), "name is %s, like the name of another item of Envs; the container gets only one of them: keep one", env.Node.At("name").InSentence())
			}
			seen[name] = name != ""
		}
	},
}
