package catalog

import (
	"fmt"

	"saejob/schema"
)

// Page returns the generated page of a room, its README.md. Each of these rooms
// has a line go:generate for it.
func Page(room string) (string, error) {
	switch room {
	case "schema":
		return schemaPage(&schema.Template, saysOf(topics()))
	case "rules":
		return rulesPage(), nil
	case "diff":
		return changesPage(), nil
	}
	return "", fmt.Errorf("%s has no generated page", room)
}
