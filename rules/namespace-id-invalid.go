package rules

import (
	"regexp"

	"saejob/internal/severity"
)

var namespaceIDInvalid = Rule{
	Name:     "namespace-id-invalid",
	Severity: severity.Warning,
	Summary:  "NamespaceId does not have the form of a namespace's ID.",
	Why:      "SAE has no such namespace, so the template cannot be created there. CreateNamespace asks for REGION:NAME, with small letters and digits in the name, 32 at most; CreateJob's page allows hyphens too.",
	Fix:      "Write REGION:NAME, as in cn-beijing:prod, or REGION alone for the default namespace of the region.",
	Source:   "https://www.alibabacloud.com/help/tc/sae/api-sae-2019-05-06-createnamespace",
	Template: func(s *Subject) {
		if id := s.Text("NamespaceId"); id != "" && !namespaceForm.MatchString(id) {
			s.Say(At("NamespaceId"), "NamespaceId is %s; it must be REGION:NAME, with small letters, digits and hyphens, or REGION alone", s.Find("NamespaceId").InSentence())
		}
	},
}

// namespaceForm is as lenient as the pages together.
var namespaceForm = regexp.MustCompile(`^[a-z0-9-]+(?::[a-z0-9-]{1,32})?$`)
