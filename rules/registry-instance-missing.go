package rules

import (
	"regexp"

	"saejob/internal/severity"
)

var registryInstanceMissing = Rule{
	Name:     "registry-instance-missing",
	Severity: severity.Warning,
	Summary:  "The image is in an Enterprise instance of Container Registry, but the template does not say in which.",
	Why:      "CreateJob and UpdateJob call AcrInstanceId required when ImageUrl is an image of an Enterprise instance. What happens without it is not documented. Personal instances, whose hosts begin with registry or crpi-, need none.",
	Fix:      "Set AcrInstanceId to the ID of the instance, such as cri-1a2b3c4d5e6f7g8h.",
	Source:   createPage + "#AcrInstanceId",
	Template: func(s *Subject) {
		n := s.Find("AcrInstanceId")
		if i, ok := s.image(); ok && enterpriseHost.MatchString(i.Host()) && !s.Has("AcrInstanceId") && (n == nil || !s.Refused(At("AcrInstanceId"))) {
			s.Say(At("AcrInstanceId"), "AcrInstanceId is missing; ImageUrl is %s, of an Enterprise instance of Container Registry", s.Find("ImageUrl").InSentence())
		}
	},
}

// enterpriseHost are the hosts of an Enterprise instance.
var enterpriseHost = regexp.MustCompile(`^[a-z0-9-]+-registry(?:-vpc)?\.[a-z0-9-]+\.cr\.aliyuncs\.com$`)
