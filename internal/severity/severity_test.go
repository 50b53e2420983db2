package severity_test

import (
	"testing"

	"saejob/internal/severity"
)

// TestParse: what is written is read again; none is no severity that something can reach.
func TestParse(t *testing.T) {
	for _, s := range []severity.Severity{severity.Info, severity.Warning, severity.Error} {
		if got, ok := severity.Parse(s.String()); got != s || !ok {
			t.Errorf("%s is read as %s, %v", s, got, ok)
		}
	}
	for _, name := range []string{"none", "never", "", "Error", "errors"} {
		if got, ok := severity.Parse(name); got != severity.None || ok {
			t.Errorf("%q is read as %s, %v", name, got, ok)
		}
	}
	if !(severity.None < severity.Info && severity.Info < severity.Warning && severity.Warning < severity.Error) {
		t.Error("what matters more is not more")
	}
}
