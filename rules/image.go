package rules

import (
	"strings"

	"saejob/internal/image"
)

// image returns the image that the template deploys; false where it deploys none,
// or where its address does not tell.
func (s *Subject) image() (image.Reference, bool) {
	if unused(s.Text("PackageType"), "ImageUrl") {
		return image.Reference{}, false
	}
	r := image.Parse(s.Text("ImageUrl"))
	// A part of it may be a secret, or be filled in later.
	tells := r.Base() != "" && !strings.ContainsAny(r.Base()+r.Tag+r.Digest, "<$")
	return r, tells
}
