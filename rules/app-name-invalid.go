package rules

import (
	"regexp"

	"saejob/internal/severity"
)

var appNameInvalid = Rule{
	Name:     "app-name-invalid",
	Severity: severity.Warning,
	Summary:  "CreateJob does not accept the name of the template.",
	Why:      "CreateJob asks for a letter, then letters, digits and hyphens, 36 at most. An underscore is an info, because a page of SAE's about applications allows it. A template that has an AppId is not reported: SAE made it, so it accepted the name.",
	Fix:      "Choose a name of letters, digits and hyphens before the template is created; it cannot be changed afterwards.",
	Source:   createPage + "#AppName",
	Template: func(s *Subject) {
		name, n := s.Text("AppName"), s.Find("AppName")
		switch {
		case name == "" || s.Has("AppId") || nameForm.MatchString(name):
		case underscoreForm.MatchString(name):
			s.SayAs(severity.Info, At("AppName"), "AppName is %s; CreateJob's page allows no underscore, another page of SAE's does", n.InSentence())
		default:
			s.Say(At("AppName"), "AppName is %s; CreateJob asks for a letter, then letters, digits and hyphens, 36 characters at most", n.InSentence())
		}
	},
}

var (
	nameForm       = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]{0,35}$`)
	underscoreForm = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]{0,35}$`)
)
