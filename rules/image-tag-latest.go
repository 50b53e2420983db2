package rules

import "saejob/internal/severity"

var imageTagLatest = Rule{
	Name:     "image-tag-latest",
	Severity: severity.Warning,
	Summary:  "The image's tag is latest.",
	Why:      "The tag moves: two runs of one template can run two programs, and nothing in it says which. There is no way back to what ran before.",
	Fix:      "Name the version that is meant, or better its digest: …/app:1.4.2 or …/app@sha256:….",
	Source:   page + "#ImageUrl",
	Template: func(s *Subject) {
		if i, ok := s.image(); ok && i.Tag == "latest" && i.Digest == "" {
			s.Say(At("ImageUrl"), "ImageUrl is %s; latest is whatever was pushed last", s.Find("ImageUrl").InSentence())
		}
	},
}
