package git

import "testing"

// TestSplitRevision: the first colon outside of braces divides a revision from its path, and
// what is joined again is the same.
func TestSplitRevision(t *testing.T) {
	for spelling, want := range map[string][2]string{
		"main:jobs":              {"main", "jobs"},
		"HEAD:":                  {"HEAD", ""},
		"HEAD^{/fix: a}:jobs":    {"HEAD^{/fix: a}", "jobs"},
		"main@{12:30:00}:jobs/a": {"main@{12:30:00}", "jobs/a"},
		"main:a{b:c}":            {"main", "a{b:c}"},
		"main...:jobs":           {"main...", "jobs"},
		"main@{1:jobs":           {"main@{1", "jobs"},
		"main":                   {"main", ""},
		":jobs":                  {index, "jobs"},
		":0:jobs":                {index, "jobs"},
		":2:jobs":                {":2", "jobs"},
		":4:jobs":                {index, "4:jobs"},
		":":                      {index, ""},
	} {
		ref, name := SplitRevision(spelling)
		if ref != want[0] || name != want[1] {
			t.Errorf("%s: %q and %q", spelling, ref, name)
		}
		if again, rest := SplitRevision(Join(ref, name)); want[0] != ":2" && spelling != "main@{1:jobs" && (again != ref || rest != name) {
			t.Errorf("%s: joined %q and %q", spelling, again, rest)
		}
	}
}
