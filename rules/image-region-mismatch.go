package rules

import (
	"regexp"

	"saejob/internal/severity"
	"saejob/internal/text"
)

var imageRegionMismatch = Rule{
	Name:     "image-region-mismatch",
	Severity: severity.Warning,
	Summary:  "The image is in a registry in another region.",
	Why:      "A registry's VPC address can be reached only from its own region, and its public address only over the internet, which is slower and may cost traffic. Whether SAE itself or an instance in your VPC pulls the image is not documented. The usual reason is a template that was copied from another region.",
	Fix:      "Push the image to a registry in the template's region, and use its address.",
	Source:   page + "#ImageUrl",
	Template: func(s *Subject) {
		i, _ := s.image()
		host := registryHost.FindStringSubmatch(i.Host())
		if host == nil || s.region() == "" {
			return
		}
		if of := host[1] + host[2] + host[3]; of != s.region() {
			s.Say(At("ImageUrl"), "ImageUrl is %s, in a registry in %s; the template is in %s", s.Find("ImageUrl").InSentence(), text.Quote(text.Short(of)), text.Quote(text.Short(s.region())))
		}
	},
}

// registryHost are the hosts of Container Registry, of all its editions, and those
// of the images of Container Service (ack).
var registryHost = regexp.MustCompile(`^registry(?:-[a-z]+)*\.([a-z]{2}-[a-z0-9-]+)\.aliyuncs\.com$` +
	`|^[a-z0-9-]+\.([a-z]{2}-[a-z0-9-]+)(?:\.personal)?\.cr\.aliyuncs\.com$` +
	`|^registry-([a-z]{2}-[a-z0-9-]+?)(?:-vpc)?\.ack\.aliyuncs\.com$`)
