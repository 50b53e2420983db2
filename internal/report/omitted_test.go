package report_test

import (
	"strings"
	"testing"

	"saejob/internal/report"
	"saejob/lint"
)

// TestOmitted: each format says how many findings of a file it does not show, after
// those that it does, and none says so of findings that are suppressed.
func TestOmitted(t *testing.T) {
	r := sample()
	r.Omitted = []lint.Omitted{{File: "jobs/a.yaml", Errors: 5, Infos: 2, Suppressed: 3}, {File: "jobs/示例 1.yaml", Suppressed: 4}}
	for _, format := range report.LintFormats.Names() {
		out := write(t, format, r)
		if format == "json" {
			if !strings.Contains(out, `"omitted": 10`) || !strings.Contains(out, `"omitted": 4`) || !strings.Contains(out, `"omitted": 14`) {
				t.Errorf("json does not count what is omitted:\n%s", out)
			}
			continue
		}
		if strings.Contains(out, "and 4 more") || strings.Contains(out, "and 0 more") || !strings.Contains(out, "… and 7 more in this file (5 errors, 2 infos)") {
			t.Errorf("%s does not say that there are more:\n%s", format, out)
		}
	}
}
