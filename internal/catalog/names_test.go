package catalog

import (
	"strings"
	"testing"

	"saejob/diff/meaning"
	"saejob/internal/severity"
)

// TestNames: no two things have one name: a suppression names rules and changes.
func TestNames(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range all() {
		if seen[e.Name] {
			t.Errorf("%s is the name of two things", e.Name)
		}
		seen[e.Name] = true
	}
}

// TestSuggest: a name is known only in full, and one that is close is told.
func TestSuggest(t *testing.T) {
	for name, want := range map[string]struct {
		meant string
		known bool
	}{
		"yaml":              {"yaml", true},
		"image-tag-latest":  {"image-tag-latest", true},
		"image-tag-lates":   {"image-tag-latest", false},
		"schema/cpu-memory": {"schema/cpu-memory", true},
		"cpu-memory":        {"schema/cpu-memory", false},
		"cpu-memori":        {"schema/cpu-memory", false},
		"Cpu":               {"schema/Cpu", false},
		"image-unpinned":    {"image-unpinned", true},
		"image-unpined":     {"image-unpinned", false},
		"something-else":    {"", false},
	} {
		if meant, known := Suggest(name); meant != want.meant || known != want.known {
			t.Errorf("%s: %q, %v, want %v", name, meant, known, want)
		}
	}
}

// TestExamples: each rule that is computed has an example, and so has each change.
func TestExamples(t *testing.T) {
	for _, e := range computed() {
		if len(e.Example()) < 3 {
			t.Errorf("%s has no example", e.Name)
		}
	}
	for _, m := range meaning.All() {
		for _, id := range m.IDs {
			if e, ok := Find(id.Name); !ok || !strings.Contains(e.Text(), "\nSays:\n") {
				t.Errorf("%s is explained as %s", id.Name, e.Text())
			}
		}
	}
}

// TestWhyFixed: the severity of what may be judged otherwise can be set.
func TestWhyFixed(t *testing.T) {
	for name, free := range map[string]bool{
		"image-tag-latest": true, "unknown-field": true, "schema/Jdk": true, "schema/image-jdk": true,
		"schema/cpu-memory": false, "schema/Cpu": false, "yaml": false, "nothing": false,
	} {
		if why := WhyFixed(name); (why == "") != free {
			t.Errorf("%s: %q", name, why)
		}
	}
	if e, _ := Find("schema/image-jdk"); e.Severity != severity.Warning {
		t.Errorf("schema/image-jdk is listed as %s", e.Severity)
	}
}

// TestBlankLinesAreEmpty: a blank line of what rules --explain prints has no blanks.
func TestBlankLinesAreEmpty(t *testing.T) {
	if got := indent("a\n\n  b\n"); got != "  a\n\n    b\n" {
		t.Errorf("got %q", got)
	}
	for _, e := range all() {
		for line := range strings.Lines(e.Text()) {
			if strings.TrimSpace(line) == "" && line != "\n" {
				t.Errorf("%s: %q", e.Name, line)
			}
		}
	}
}
