// Package region knows how a region of Alibaba Cloud and its namespaces are called.
package region

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"saejob/internal/text"
)

// form keeps the name of a region from leading to another host: it becomes a part
// of a host's name.
var form = regexp.MustCompile(`^[a-z0-9-]+$`)

// Valid reports whether a text can be the id of a region, such as cn-beijing.
func Valid(id string) bool { return form.MatchString(id) }

// Check returns why a text cannot be the id of a region; nil if it can.
func Check(id string) error {
	if !Valid(id) {
		return fmt.Errorf("region %s: a region's name has only lower-case letters, digits and -", text.Quote(text.Short(id)))
	}
	return nil
}

// NamespaceID returns the id of a namespace that somebody named: by its name (test) or
// its id (cn-beijing:test); the region's own one by cn-beijing or cn-beijing:. Without a
// region the name has to be an id.
func NamespaceID(region, named string) (string, error) {
	of, name, isID := strings.Cut(named, ":")
	switch {
	case named == "":
		return "", errors.New("the name of a namespace is empty")
	case named == region || of == region && name == "":
		return region, nil
	case isID && region != "" && of != region:
		return "", fmt.Errorf("namespace %s is not in the region %s", text.Quote(named), text.Quote(region))
	case isID || region == "":
		return named, nil
	}
	return region + ":" + named, nil
}

// Of returns the region of the namespace with this id.
func Of(namespaceID string) string {
	of, _, _ := strings.Cut(namespaceID, ":")
	return of
}
