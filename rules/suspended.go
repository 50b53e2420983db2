package rules

import "saejob/internal/severity"

var suspended = Rule{
	Name:     "suspended",
	Severity: severity.Info,
	Summary:  "The template is suspended.",
	Why:      "No run starts. What was meant for a day is easily forgotten, and nobody misses the runs until their results are needed.",
	Fix:      "Resume it when it is to run again; if it rests on purpose, accept this with the reason, and expires= for as long as it holds.",
	Source:   page + "#Suspend",
	Template: func(s *Subject) {
		if s.IsTrue("Suspend") {
			s.Say(At("Suspend"), "Suspend is true: no run of this template starts")
		}
	},
}
