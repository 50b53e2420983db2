package report_test

import (
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/lint"
)

// TestWidthAnywhere: the caret stands where it stands, whatever the locale says of
// characters that are ambiguous.
func TestWidthAnywhere(t *testing.T) {
	was := runewidth.DefaultCondition.EastAsianWidth
	defer func() { runewidth.DefaultCondition.EastAsianWidth = was }()
	r := lint.Result{Findings: []lint.Finding{{Rule: "yaml", At: job.Range{Line: 1, Column: 12}, Snippet: lint.Snippet{Line: "Command: §§ §§", Column: 13, Width: 2}}}}
	var texts [2]strings.Builder
	for i, wide := range []bool{false, true} {
		runewidth.DefaultCondition.EastAsianWidth = wide
		if err := report.LintText(&texts[i], r, report.Style{}); err != nil {
			t.Fatal(err)
		}
	}
	if texts[0].String() != texts[1].String() || !strings.Contains(texts[0].String(), "^~") {
		t.Errorf("got\n%s\nand\n%s", texts[0].String(), texts[1].String())
	}
}
