package lint_test

import (
	"os"
	"testing"

	"saejob/lint"
)

// TestPage: the page about the rules is what the rules and their cases give.
func TestPage(t *testing.T) {
	page, err := os.ReadFile("../rules/README.md")
	if err != nil {
		t.Fatal(err)
	}
	if string(page) != lint.Page() {
		t.Error("rules/README.md is stale: run make update and read the difference")
	}
}
