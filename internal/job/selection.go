package job

import (
	"fmt"
	"slices"

	"saejob/internal/glob"
	"saejob/internal/text"
)

// Selection says which templates are asked for. What is empty asks for all.
type Selection struct {
	AppIDs []string
	// Name is a pattern for AppName, of package glob.
	Name string
}

// Check returns an error if Name is not a pattern.
func (s Selection) Check() error {
	if !glob.Valid(s.Name) {
		return fmt.Errorf("name %s is not a pattern: a [ or { in it is not closed", text.Quote(s.Name))
	}
	return nil
}

// Has reports whether a template is asked for.
func (s Selection) Has(id Identity) bool {
	return (s.Name == "" || glob.Match(s.Name, id.Name)) && (len(s.AppIDs) == 0 || slices.Contains(s.AppIDs, id.AppID))
}
