package secret

import "strings"

// isMistyped says whether a name is most likely meant to be value: but for one
// letter too much, missing or another, or for two letters that changed places.
func isMistyped(name string) bool {
	name, meant := strings.ToLower(name), "value"
	for name != "" && meant != "" && name[0] == meant[0] {
		name, meant = name[1:], meant[1:]
	}
	for name != "" && meant != "" && name[len(name)-1] == meant[len(meant)-1] {
		name, meant = name[:len(name)-1], meant[:len(meant)-1]
	}
	swapped := len(name) == 2 && len(meant) == 2 && name[0] == meant[1] && name[1] == meant[0]
	return swapped || len(name) <= 1 && len(meant) <= 1
}
