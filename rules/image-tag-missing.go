package rules

import "saejob/internal/severity"

var imageTagMissing = Rule{
	Name:     "image-tag-missing",
	Severity: severity.Warning,
	Summary:  "The image has neither a tag nor a digest.",
	Why:      "It is then the one whose tag is latest, which moves: two runs of one template can run two programs, and nothing in it says which.",
	Fix:      "Name the version that is meant, or better its digest: …/app:1.4.2 or …/app@sha256:….",
	Source:   page + "#ImageUrl",
	Template: func(s *Subject) {
		if i, ok := s.image(); ok && i.Tag == "" && i.Digest == "" {
			s.Say(At("ImageUrl"), "ImageUrl is %s, without a tag; that is latest, whatever was pushed last", s.Find("ImageUrl").InSentence())
		}
	},
}
