package check_test

import (
	"strings"
	"testing"

	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/plan"
)

// TestMisspelt: a required field that is misspelt is one mistake, not two; one that is there
// as well is one too.
func TestMisspelt(t *testing.T) {
	p := &plan.Plan{Fields: []plan.Field{
		{Name: "Memory", Required: true, Type: plan.Type{String: &plan.String{}}},
		{Name: "Command", Required: true, Type: plan.Type{String: &plan.String{}}},
	}}
	for text, want := range map[string]string{
		"Memory: a\nComand: b\n":             "Comand is not a known field; did you mean Command?",
		"Memory: a\nComand: b\nCommand: b\n": "Comand is not a known field; Command is already set",
		"Memory: a\nOther: b\n":              "Other is not a known field\nCommand is missing; text is required",
		"Command: a\n":                       "Memory is missing; text is required",
	} {
		tmpl, problems := job.Parse([]byte(text))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		var said []string
		for _, m := range check.Check(p, tmpl.Root) {
			said = append(said, m.Message)
		}
		if got := strings.Join(said, "\n"); got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}
