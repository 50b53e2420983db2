package rules

import (
	"strings"

	"saejob/internal/secret"
)

// region returns the region that the template lives in; empty where it does not
// say, or says two. What is secret in it is masked.
func (s *Subject) region() string {
	region, namespace := secret.MaskID(s.Text("RegionId")), secret.MaskID(s.Text("NamespaceId"))
	of, _, named := strings.Cut(namespace, ":")
	switch {
	case region == "" && named:
		return of
	case namespace == "" || of == region:
		return region
	}
	return ""
}
