package rules

import (
	"saejob/internal/job"
	"saejob/internal/severity"
)

var descriptionMissing = Rule{
	Name:     "description-missing",
	Severity: severity.Info,
	Summary:  "The template has no description.",
	Why:      "Whoever sees it fail at night knows only its name. UpdateJob cannot add a description later. UpdateApplicationDescription can, for applications; whether it takes the AppId of a job template is not documented.",
	Fix:      "Set AppDescription before the template is created. For one that is there already, suppress this finding.",
	Source:   page + "#AppDescription",
	Template: func(s *Subject) {
		if n := s.Find("AppDescription"); !s.Has("AppDescription") && (n == nil || n.Kind != job.Null) {
			s.Say(At("AppDescription"), "AppDescription is missing: add a description of what this template does")
		}
	},
}
