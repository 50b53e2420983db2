package rules

import (
	"regexp"

	"saejob/internal/severity"
	"saejob/internal/text"
)

var imageRegionMismatch = Rule{
	Name:     "image-region-mismatch",
	Severity: severity.Warning,
	Summary:  "The image comes out of a registry in another region.",
	Why:      "A registry's VPC address is reached from its own region only, and its public address over the internet: the start of each instance is slow, costs traffic, and fails where the VPC has no way out. Most often it is left over from a template that was copied.",
	Fix:      "Push the image to the registry of the template's region, and name that.",
	Source:   page + "#ImageUrl",
	Template: func(s *Subject) {
		i, _ := s.image()
		host := registryHost.FindStringSubmatch(i.Host())
		if host == nil || s.region() == "" {
			return
		}
		if of := host[1] + host[2]; of != s.region() {
			s.Say(At("ImageUrl"), "ImageUrl is %s, of a registry in %s; the template is in %s", s.Find("ImageUrl").InSentence(), text.Quote(text.Short(of)), text.Quote(text.Short(s.region())))
		}
	},
}

// registryHost are the hosts of Container Registry, of all its editions.
var registryHost = regexp.MustCompile(`^registry(?:-[a-z]+)*\.([a-z0-9-]+)\.aliyuncs\.com$|^[a-z0-9-]+\.([a-z0-9-]+)(?:\.personal)?\.cr\.aliyuncs\.com$`)
