package rules

import (
	"saejob/internal/image"
	"saejob/internal/severity"
	"saejob/internal/text"
)

var imageInvalid = Rule{
	Name:     "image-invalid",
	Severity: severity.Error,
	Summary:  "ImageUrl is not the address of an image.",
	Why:      "No container runtime can pull an image from it: all of them read an address by the same grammar, that of distribution/reference. A scheme or a login before it is a warning: SAE does not document whether it takes them away.",
	Fix:      "Write REGISTRY/REPOSITORY:TAG or REGISTRY/REPOSITORY@sha256:DIGEST, without https:// and without a login. The repository has small letters only.",
	Source:   "https://pkg.go.dev/github.com/distribution/reference",
	Template: func(s *Subject) {
		n := s.Find("ImageUrl")
		if !s.deploysImage() || s.Refused(At("ImageUrl")) {
			return
		}
		address, extra := bareImage(n.Shown())
		if len(extra) > 0 {
			s.SayAs(severity.Warning, At("ImageUrl"), "ImageUrl is %s, with %s; the address of an image has none", n.InSentence(), text.And(extra))
		}
		if p := image.Problem(address); p != "" && !isFilledIn(address) {
			s.Say(At("ImageUrl"), "ImageUrl is %s, which is not the address of an image: %s", n.InSentence(), p)
		}
	},
}
