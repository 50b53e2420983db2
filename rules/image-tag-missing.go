package rules

import "saejob/internal/severity"

var imageTagMissing = Rule{
	Name:     "image-tag-missing",
	Severity: severity.Warning,
	Summary:  "The image has neither a tag nor a digest.",
	Why:      "No tag means latest, and that tag moves: two runs of the same template can run different programs, and the template does not tell which.",
	Fix:      "Use the tag of a version, or better a digest: …/app:1.4.2 or …/app@sha256:….",
	Source:   page + "#ImageUrl",
	Template: func(s *Subject) {
		if i, ok := s.image(); ok && i.Tag == "" && i.Digest == "" {
			s.Say(At("ImageUrl"), "ImageUrl is %s, without a tag; that means latest, the image that was pushed last", s.Find("ImageUrl").InSentence())
		}
	},
}
