package source

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"saejob/internal/job"
	"saejob/internal/text"
)

// Target says whose live templates a source is: those of an environment, or those
// of a region, or of one of its namespaces.
type Target struct {
	Environment string
	Region      string
	// Namespace is an id, such as cn-beijing:test, or cn-beijing for the region's
	// own. Empty: all of the region.
	Namespace string
}

var (
	// regionForm is what can be part of a host's name.
	regionForm = regexp.MustCompile(`^[a-z0-9-]+$`)
	// regionLike is how no environment is called.
	regionLike = regexp.MustCompile(`^[a-z]{2}-`)
)

// ParseLive reads live:ENV, live:REGION or live:NAMESPACE-ID, told by spelling
// alone.
func ParseLive(spelling string) (Target, error) {
	name := strings.TrimPrefix(spelling, live)
	region, space, isNamespace := strings.Cut(name, ":")
	switch {
	case !isNamespace && !regionLike.MatchString(name):
		if name == "" {
			return Target{}, fmt.Errorf("%s names nothing; write live:ENV, live:REGION or live:REGION:NAMESPACE", text.Quote(spelling))
		}
		return Target{Environment: name}, nil
	case !regionForm.MatchString(region):
		return Target{}, fmt.Errorf("%s: only lower-case letters, digits and - are in a region's name", text.Quote(spelling))
	case strings.ContainsAny(space, ":/"):
		return Target{}, fmt.Errorf("%s: no namespace has : or / in its name", text.Quote(spelling))
	case isNamespace && space == "":
		return Target{Region: region, Namespace: region}, nil
	case isNamespace:
		return Target{Region: region, Namespace: name}, nil
	}
	return Target{Region: region}, nil
}

const live = "live:"

// placeOf gives the place of a live template, or of a namespace or region where no
// template is named: live:cn-beijing:prod/nightly.
func placeOf(id job.Identity) string {
	space := cmp.Or(id.NamespaceID, id.RegionID)
	if id == (job.Identity{RegionID: id.RegionID}) {
		return live + id.RegionID // all of a region
	}
	if space == id.RegionID {
		space += ":" // its own namespace
	}
	return strings.TrimSuffix(live+space+"/"+cmp.Or(id.Name, id.AppID), "/")
}
