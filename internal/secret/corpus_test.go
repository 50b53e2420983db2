package secret_test

import (
	"testing"

	"saejob/internal/secret"
	"saejob/internal/secret/secrettest"
)

// The floor: less than this was never reached again.
const (
	leastFound  = 0.95
	leastKept   = 0.98
	leastOfKind = 0.85
)

// TestCorpus: of the secrets of the corpus so many are found, and of the other
// values so many are kept whole.
func TestCorpus(t *testing.T) {
	entries, err := secrettest.Read("testdata/corpus")
	if err != nil {
		t.Fatal(err)
	}
	k := secret.RandomKey()
	scores := secrettest.Measure(entries, func(e *secrettest.Entry) bool {
		secret.Mark(e.Tree, k)
		right := e.Secret && e.IsHidden() || !e.Secret && e.IsKept()
		if !right {
			t.Logf("%s: %s", e.Kind, e.Line)
		}
		return right
	})
	if scores[secrettest.Secrets].All < 600 || scores[secrettest.Others].All < 300 {
		t.Errorf("the corpus has %d secrets and %d other values", scores[secrettest.Secrets].All, scores[secrettest.Others].All)
	}
	for kind, score := range scores {
		least := leastOfKind
		switch kind {
		case secrettest.Secrets:
			least = leastFound
		case secrettest.Others:
			least = leastKept
		}
		if score.All < 40 {
			t.Errorf("%s has %d entries", kind, score.All)
		}
		if score.Share() < least {
			t.Errorf("%s: %d of %d are judged right", kind, score.Right, score.All)
		}
		t.Logf("%s: %d of %d", kind, score.Right, score.All)
	}
}
