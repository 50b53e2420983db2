package catalog

import (
	"os"
	"strings"
	"testing"
)

// TestPages: the generated pages are what the schema, the rules and their cases
// say now.
func TestPages(t *testing.T) {
	for _, room := range []string{"schema", "rules", "diff"} {
		want, err := Page(room)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile("../../" + room + "/README.md")
		if err != nil {
			t.Fatal(err)
		}
		if strings.ReplaceAll(string(got), "\r\n", "\n") != want {
			t.Errorf("%s/README.md is stale: run go generate ./%[1]s and read the difference", room)
		}
	}
}
