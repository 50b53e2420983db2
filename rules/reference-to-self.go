package rules

import "saejob/internal/severity"

var referenceToSelf = Rule{
	Name:     "reference-to-self",
	Severity: severity.Error,
	Summary:  "The template refers to itself.",
	Why:      "RefAppId is the ID of the template that this one refers to; a reference to itself says nothing, though the page's own example has one. The usual reason is a template that was copied.",
	Fix:      "Set RefAppId to the right template, or remove it.",
	Source:   page + "#RefAppId",
	Template: func(s *Subject) {
		if id := s.Text("RefAppId"); id != "" && id == s.Text("AppId") {
			s.Say(At("RefAppId"), "RefAppId is %s, this template's own AppId", s.Find("RefAppId").InSentence())
		}
	},
}
