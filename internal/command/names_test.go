package command

import (
	"testing"

	"saejob/diff"
	"saejob/internal/catalog"
)

// TestNames: no change is called what a rule is: a suppression names both.
func TestNames(t *testing.T) {
	for _, id := range diff.IDs() {
		if catalog.IsRule(id.Name) {
			t.Errorf("%s is a change and a rule", id.Name)
		}
	}
}
