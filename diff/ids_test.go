package diff

import (
	"regexp"
	"testing"

	"saejob/diff/meaning"
	"saejob/internal/severity"
	"saejob/internal/trial"
)

// TestIDs: the list is closed, without doubles, and each is explained.
func TestIDs(t *testing.T) {
	form := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	known := map[string]bool{}
	for _, id := range meaning.IDs() {
		if known[id.Name] || !form.MatchString(id.Name) || id.Severity == severity.None || len(id.Doc) < 20 || id.Doc[len(id.Doc)-1] != '.' {
			t.Errorf("%+v", id)
		}
		known[id.Name] = true
	}
	for seed := range uint64(trial.Cases(20_000, 500)) {
		g := newGenerator(seed)
		a := g.document()
		for _, c := range Compare(snapshot(t, "a", a), snapshot(t, "b", g.near(a)), options()).Templates[0].Changes {
			if !known[c.ID] {
				t.Fatalf("seed %d: %s is %s, which is not listed", seed, c.Path, c.ID)
			}
		}
	}
}
