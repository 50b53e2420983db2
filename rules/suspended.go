package rules

import "saejob/internal/severity"

var suspended = Rule{
	Name:     "suspended",
	Severity: severity.Info,
	Summary:  "The template is suspended.",
	Why:      "No run starts. A template that was suspended for a day is easily forgotten, and nobody notices the missing runs until their results are needed.",
	Fix:      "Resume it when it should run again. If it is suspended on purpose, suppress this finding with the reason, and with expires= if it is for a limited time.",
	Source:   page + "#Suspend",
	Template: func(s *Subject) {
		if s.IsTrue("Suspend") {
			s.Say(At("Suspend"), "Suspend is true: no run of this template starts")
		}
	},
}
