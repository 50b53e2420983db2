package source

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"saejob/internal/job"
	"saejob/internal/region"
	"saejob/internal/text"
)

// Target is whose live templates a source has: those of an environment, of a
// region, or of one of its namespaces.
type Target struct {
	Environment string
	Region      string
	// Namespace is an id, such as cn-beijing:test, or cn-beijing for the region's
	// own. Empty: all of the region.
	Namespace string
}

// regionLike matches what looks like a region; no environment has such a name.
var regionLike = regexp.MustCompile(`^[a-z]{2}-`)

// ParseLive reads live:ENV, live:REGION or live:NAMESPACE-ID, told by spelling
// alone.
func ParseLive(spelling string) (Target, error) {
	name := strings.TrimPrefix(spelling, live)
	id, space, isNamespace := strings.Cut(name, ":")
	switch {
	case !isNamespace && !regionLike.MatchString(name):
		if name == "" {
			return Target{}, fmt.Errorf("%s has no name; write live:ENV, live:REGION or live:REGION:NAMESPACE", text.Quote(spelling))
		}
		return Target{Environment: name}, nil
	case !region.Valid(id):
		return Target{}, fmt.Errorf("%s: a region's name has only lower-case letters, digits and -", text.Quote(spelling))
	case strings.ContainsAny(space, ":/"):
		return Target{}, fmt.Errorf("%s: a namespace's name cannot contain : or /", text.Quote(spelling))
	case isNamespace && space == "":
		return Target{Region: id, Namespace: id}, nil
	case isNamespace:
		return Target{Region: id, Namespace: name}, nil
	}
	return Target{Region: id}, nil
}

const live = "live:"

// placeOf returns the place of a live template, or of a namespace or region if no
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
