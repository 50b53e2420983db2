package workspace

import (
	"fmt"
	"path"
	"strings"
	"unicode"

	"saejob/internal/config"
)

// namesOf returns a name for each environment: that of its namespace, if it has one,
// else that of its directory; with the region, where those of several regions would be
// called alike. No two have the same.
func namesOf(all []candidate) []string {
	names, regions, seen := make([]string, len(all)), map[string]string{}, map[string]bool{}
	for i, c := range all {
		names[i] = nameOf(c)
		if of, ok := regions[names[i]]; ok && of != c.Region {
			regions[names[i]] = "several"
		} else {
			regions[names[i]] = c.Region
		}
	}
	for i, c := range all {
		if regions[names[i]] != c.Region {
			names[i] += "_" + c.Region
		}
		for n, name := 2, names[i]; seen[names[i]]; n++ {
			names[i] = fmt.Sprintf("%s_%d", name, n)
		}
		seen[names[i]] = true
	}
	return names
}

// nameOf returns the name of an environment by what it has.
func nameOf(c candidate) string {
	name := path.Base(c.Directory)
	if len(c.Namespaces) == 1 {
		if _, space, _ := strings.Cut(c.Namespaces[0], ":"); space != "" {
			name = space
		}
	}
	if config.IsName(name) {
		return name
	}
	name = strings.Trim(strings.Map(func(r rune) rune {
		if r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) {
			return r
		}
		return '_'
	}, name), "_")
	if !config.IsName(name) {
		return "default"
	}
	return name
}
