package rules

import (
	"strings"

	"saejob/internal/severity"
	"saejob/internal/text"
)

var namespaceRegionMismatch = Rule{
	Name:     "namespace-region-mismatch",
	Severity: severity.Error,
	Summary:  "The namespace is one of another region.",
	Why:      "A namespace's ID begins with its region, and a region has no other region's namespaces: SAE has no such template. One of the two fields was changed and the other forgotten.",
	Fix:      "Write REGION:NAME in NamespaceId, with the region of RegionId; or REGION alone, for its default namespace.",
	Source:   page + "#NamespaceId",
	Template: func(s *Subject) {
		region, namespace := s.Text("RegionId"), s.Text("NamespaceId")
		if of, _, _ := strings.Cut(namespace, ":"); region != "" && namespace != "" && of != region {
			s.Say(At("NamespaceId"), "NamespaceId is %s, but RegionId is %s; there it is %[2]s, or begins with %[3]s",
				text.Quote(text.Short(namespace)), text.Quote(text.Short(region)), text.Quote(text.Short(region+":")))
		}
	},
}
