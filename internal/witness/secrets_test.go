package witness

import (
	"slices"
	"strings"
	"testing"

	"github.com/zricethezav/gitleaks/v8/detect"

	"saejob/internal/secret"
	"saejob/internal/secret/secrettest"
)

// TestSecretsBesideGitleaks measures our search for secrets and the default rules of
// gitleaks on the same values.
func TestSecretsBesideGitleaks(t *testing.T) {
	entries, err := secrettest.Read("../secret/testdata/corpus")
	if err != nil {
		t.Fatal(err)
	}
	gitleaks, err := detect.NewDetectorDefaultConfig()
	if err != nil {
		t.Fatal(err)
	}
	k := secret.RandomKey()
	ours := secrettest.Measure(entries, func(e *secrettest.Entry) bool {
		secret.Mark(e.Tree, k)
		return e.Secret && e.IsHidden() || !e.Secret && e.IsKept()
	})
	theirs := secrettest.Measure(entries, func(e *secrettest.Entry) bool {
		found := gitleaks.DetectString(e.Text)
		if !e.Secret {
			return len(found) == 0
		}
		missed := func(part string) bool {
			for _, f := range found {
				// A part of it is enough: gitleaks raises an alarm, it hides nothing.
				if strings.Contains(part, f.Secret) || strings.Contains(f.Secret, part) {
					return false
				}
			}
			return true
		}
		return !slices.ContainsFunc(e.Parts, missed)
	})
	t.Log("\n" + secrettest.Table(ours, theirs, "gitleaks"))
	if theirs[secrettest.Secrets].Right == 0 || ours[secrettest.Secrets].Share() < theirs[secrettest.Secrets].Share() {
		t.Errorf("gitleaks finds %d, saejob %d", theirs[secrettest.Secrets].Right, ours[secrettest.Secrets].Right)
	}
}
