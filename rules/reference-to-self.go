package rules

import "saejob/internal/severity"

var referenceToSelf = Rule{
	Name:     "reference-to-self",
	Severity: severity.Error,
	Summary:  "The template refers to itself.",
	Why:      "A reference means another template. Most often the ID was left over when a template was copied.",
	Fix:      "Name the template that is meant, or remove RefAppId.",
	Source:   page + "#RefAppId",
	Template: func(s *Subject) {
		if id := s.Text("RefAppId"); id != "" && id == s.Text("AppId") {
			s.Say(At("RefAppId"), "RefAppId is %s, this template's own AppId", s.Find("RefAppId").InSentence())
		}
	},
}
