package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
)

var descriptionMissing = Rule{
	Name:     "description-missing",
	Severity: severity.Info,
	Summary:  "The template has no description.",
	Why:      "Whoever finds it running at night has only its name to go by. UpdateJob cannot add a description later: the template would have to be made again.",
	Fix:      "Set AppDescription when the template is made.",
	Source:   page + "#AppDescription",
	Template: func(s *Subject) {
		if n := s.Find("AppDescription"); !s.Has("AppDescription") && (n == nil || n.Kind != job.Null) {
			s.Say(At("AppDescription"), "AppDescription is missing: nothing says what this template is for")
		}
	},
}
