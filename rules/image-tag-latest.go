package rules

import "saejob/internal/severity"

var imageTagLatest = Rule{
	Name:     "image-tag-latest",
	Severity: severity.Warning,
	Summary:  "The image's tag is latest.",
	Why:      "The tag moves: two runs of the same template can run different programs, and the template does not tell which. There is no way back to what ran before.",
	Fix:      "Use the tag of a version, or better a digest: …/app:1.4.2 or …/app@sha256:….",
	Source:   page + "#ImageUrl",
	Template: func(s *Subject) {
		if i, ok := s.image(); ok && i.Tag == "latest" && i.Digest == "" {
			s.Say(At("ImageUrl"), "ImageUrl is %s; latest is the image that was pushed last", s.Find("ImageUrl").InSentence())
		}
	},
}
