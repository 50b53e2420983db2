package rules

import "strings"

// region returns the region that the template lives in; empty where it does not
// say, or says two.
func (s *Subject) region() string {
	region, namespace := s.Text("RegionId"), s.Text("NamespaceId")
	of, _, named := strings.Cut(namespace, ":")
	switch {
	case region == "" && named:
		return of
	case namespace == "" || of == region:
		return region
	}
	return ""
}
