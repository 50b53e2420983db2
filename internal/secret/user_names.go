package secret

import (
	"slices"
	"strings"

	"saejob/internal/glob"
)

// userNames are the user's own patterns of names, in small letters: values of those
// in allow are not secrets, values of those in add are. What allows a name may come
// with a pull request, so it has no say over a name that says secret outright.
type userNames struct{ allow, add []string }

func lowered(patterns []string) []string {
	all := make([]string, len(patterns))
	for i, p := range patterns {
		all[i] = strings.ToLower(p)
	}
	return all
}

// isSecretUnder reports whether a value is secret under this name.
func (n userNames) isSecretUnder(name, value string) bool {
	switch {
	case matchesAny(n.add, name):
		return true
	case matchesAny(n.allow, name) && !saysOutright(name):
		return false
	}
	return isNamed(name, value)
}

func (n userNames) anyNamed(all []string, value string) bool {
	return slices.ContainsFunc(all, func(name string) bool { return n.isSecretUnder(name, value) })
}

func matchesAny(patterns []string, name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(patterns, func(pattern string) bool { return glob.MatchName(pattern, name) })
}
