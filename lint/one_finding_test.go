package lint_test

import (
	"strings"
	"testing"

	"saejob/internal/secret"
	"saejob/lint"
	"saejob/rules"
)

// TestDescriptionWithoutValue: a field without a value is one mistake, and no second one of
// a rule that wants the field.
func TestDescriptionWithoutValue(t *testing.T) {
	for text, want := range map[string]string{"AppDescription:\n": "schema/AppDescription", "": "description-missing", "AppDescription: \"\"\n": "description-missing"} {
		l := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All()}
		var about []string
		for _, line := range strings.Split(say(l, "a.yaml", []byte("AppName: a\n"+text)), "\n") {
			if strings.Contains(line, "AppDescription") {
				about = append(about, line)
			}
		}
		if len(about) != 1 || !strings.Contains(about[0], "["+want+"]") {
			t.Errorf("%q: %q", text, about)
		}
	}
}
