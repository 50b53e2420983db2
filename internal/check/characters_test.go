package check_test

import (
	"testing"

	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/plan"
)

// TestCharacters: the length of a text is counted in characters, not in bytes.
func TestCharacters(t *testing.T) {
	p := &plan.Plan{Fields: []plan.Field{{Name: "Five", Type: plan.Type{String: &plan.String{MinRunes: 5, MaxRunes: 5}}}}}
	for text, want := range map[string]int{"abcde": 0, "示例示例示": 0, "示例": 1, "éééé": 1, "示例示例示例": 1} {
		tmpl, problems := job.Parse([]byte("Five: " + text + "\n"))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if found := check.Check(p, tmpl.Root); len(found) != want {
			t.Errorf("%s: %+v", text, found)
		}
	}
}
