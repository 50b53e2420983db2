package secret

import (
	"slices"
	"strings"

	"saejob/internal/glob"
)

// names are the user's own: patterns, in small letters, of names whose values are
// not secret, and of names whose values are.
type names struct{ allow, add []string }

func lower(patterns []string) []string {
	all := make([]string, len(patterns))
	for i, p := range patterns {
		all[i] = strings.ToLower(p)
	}
	return all
}

// isNamed says whether a value that has this name is secret.
func (n names) isNamed(name, value string) bool {
	switch {
	case matchesAny(n.add, name):
		return true
	case matchesAny(n.allow, name):
		return false
	}
	return isNamed(name, value)
}

func (n names) anyNamed(all []string, value string) bool {
	return slices.ContainsFunc(all, func(name string) bool { return n.isNamed(name, value) })
}

func matchesAny(patterns []string, name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(patterns, func(pattern string) bool { return glob.MatchName(pattern, name) })
}
