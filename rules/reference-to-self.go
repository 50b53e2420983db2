package rules

import "saejob/internal/severity"

var referenceToSelf = Rule{
	Name:     "reference-to-self",
	Severity: severity.Error,
	Summary:  "The template refers to itself.",
	Why:      "RefAppId must be the AppId of another template. The usual reason is a template that was copied.",
	Fix:      "Set RefAppId to the right template, or remove it.",
	Source:   page + "#RefAppId",
	Template: func(s *Subject) {
		if id := s.Text("RefAppId"); id != "" && id == s.Text("AppId") {
			s.Say(At("RefAppId"), "RefAppId is %s, this template's own AppId", s.Find("RefAppId").InSentence())
		}
	},
}
