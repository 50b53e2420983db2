package rules

import (
	"strings"

	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/internal/text"
)

var namespaceRegionMismatch = Rule{
	Name:     "namespace-region-mismatch",
	Severity: severity.Error,
	Summary:  "The namespace belongs to another region.",
	Why:      "A namespace ID begins with the namespace's region, and a namespace exists in that region only, so SAE has no such template. Probably only one of the two fields was changed.",
	Fix:      "Set NamespaceId to REGION:NAME with the same region as RegionId, or to REGION alone for the default namespace of the region.",
	Source:   page + "#NamespaceId",
	Template: func(s *Subject) {
		region, namespace := s.Text("RegionId"), s.Text("NamespaceId")
		if of, _, _ := strings.Cut(namespace, ":"); region != "" && namespace != "" && of != region {
			namespace, region = secret.MaskID(namespace), secret.MaskID(region)
			s.Say(At("NamespaceId"), "NamespaceId is %s, but RegionId is %s; it must be %[2]s or begin with %[3]s",
				text.Quote(text.Short(namespace)), text.Quote(text.Short(region)), text.Quote(text.Short(region+":")))
		}
	},
}
