package rules

import (
	"strings"

	"saejob/internal/image"
)

// deploysImage reports whether the template deploys an image, and says which.
func (s *Subject) deploysImage() bool {
	return !unused(s.Text("PackageType"), "ImageUrl") && s.Text("ImageUrl") != ""
}

// image returns the image that the template deploys; false where it deploys none,
// or where its address does not tell, as one that is no address.
func (s *Subject) image() (image.Reference, bool) {
	if !s.deploysImage() {
		return image.Reference{}, false
	}
	r := image.Parse(s.Text("ImageUrl"))
	address, _ := bareImage(s.Text("ImageUrl"))
	return r, !isFilledIn(r.Base()+r.Tag+r.Digest) && (isFilledIn(address) || image.Problem(address) == "")
}

// bareImage returns an address of an image without what none has, and what that
// was: a scheme, a login, or both.
func bareImage(address string) (bare string, extra []string) {
	if _, rest, ok := strings.Cut(address, "://"); ok {
		address, extra = rest, append(extra, "a scheme")
	}
	if host, _, ok := strings.Cut(address, "/"); ok && strings.Contains(host, "@") {
		address, extra = address[strings.LastIndexByte(host, '@')+1:], append(extra, "a login")
	}
	return address, extra
}

// isFilledIn reports whether a part of an address is a secret, or is filled in
// later.
func isFilledIn(address string) bool { return strings.ContainsAny(address, "<$") }
