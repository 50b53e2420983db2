package rules

import "strings"

// image is the address of a container image, taken apart.
type image struct{ host, tag, digest string }

// image gives the image that the template deploys; false where it deploys none,
// or where the address does not tell.
func (s *Subject) image() (image, bool) {
	address := s.Text("ImageUrl")
	if unused(s.Text("PackageType"), "ImageUrl") {
		return image{}, false
	}
	if _, rest, ok := strings.Cut(address, "://"); ok {
		address = rest
	}
	var i image
	slash := strings.LastIndexByte(address, '/')
	name := address[slash+1:]
	if name == "" || strings.ContainsAny(name, "<$") {
		return image{}, false // a part of it is a secret, or filled in later
	}
	if slash >= 0 {
		host, _, _ := strings.Cut(address, "/")
		host, _, _ = strings.Cut(host[strings.LastIndexByte(host, '@')+1:], ":")
		i.host = strings.ToLower(host)
	}
	name, i.digest, _ = strings.Cut(name, "@")
	_, i.tag, _ = strings.Cut(name, ":")
	return i, true
}
