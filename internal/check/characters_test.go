package check_test

import (
	"strings"
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

// TestSecretsAreNotGuessed: nothing is made of a secret value, neither what it is close to
// nor how it should be written.
func TestSecretsAreNotGuessed(t *testing.T) {
	p := &plan.Plan{Fields: []plan.Field{
		{Name: "Kind", Type: plan.Type{String: &plan.String{OneOf: []string{"FatJar", "War"}}}},
		{Name: "Text", Type: plan.Type{String: &plan.String{}}},
		{Name: "Number", Type: plan.Type{Int: &plan.Int{Min: 0, Max: 9999}}},
	}}
	for _, v := range []struct{ text, hint string }{{"Kind: Fatjar", "FatJar?"}, {"Text: 4444", `"4444"`}, {`Number: "4444"`, "4444"}} {
		tmpl, problems := job.Parse([]byte(v.text + "\n"))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		said := func() string {
			var all string
			for _, m := range check.Check(p, tmpl.Root) {
				all += m.Message
			}
			return all
		}
		if !strings.Contains(said(), v.hint) {
			t.Fatalf("%s: %s", v.text, said())
		}
		n := tmpl.Root.Entries[0].Value
		n.Secrets = []job.Secret{{End: len(n.Text), Placeholder: job.Redacted}}
		if got := said(); got == "" || strings.Contains(strings.ReplaceAll(got, "FatJar, War", ""), v.hint) || strings.Contains(got, "did you mean") {
			t.Errorf("%s: %s", v.text, got)
		}
	}
}

// TestGuesses: what is meant is guessed by letters; another number is another version, not
// a slip.
func TestGuesses(t *testing.T) {
	p := &plan.Plan{Fields: []plan.Field{{Name: "Jdk", Type: plan.Type{String: &plan.String{OneOf: []string{"Open JDK 8", "Open JDK 11"}}}}}}
	for text, meant := range map[string]string{"open jdk 8": "Open JDK 8", "OpenJDK 11": "Open JDK 11", "Open JDK 9": "", "Open JDK 17": "", "Open JDK": ""} {
		tmpl, problems := job.Parse([]byte("Jdk: " + text + "\n"))
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		found := check.Check(p, tmpl.Root)
		if len(found) != 1 {
			t.Fatalf("%s: %+v", text, found)
		}
		if _, guess, _ := strings.Cut(found[0].Message, "did you mean "); strings.TrimSuffix(guess, "?)") != meant {
			t.Errorf("%s: %s", text, found[0].Message)
		}
	}
}
