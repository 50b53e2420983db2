package report_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"saejob/internal/report"
)

// TestMarkdownBudget: a summary has no more characters than are allowed, the
// gravest findings are in it, and what is not is counted.
func TestMarkdownBudget(t *testing.T) {
	for _, n := range []int{1, 100, 500, 2000} {
		if testing.Short() && n > 100 {
			break
		}
		for _, budget := range []int{500, 5000, report.MarkdownBudget} {
			var b strings.Builder
			if err := report.LintMarkdown(&b, many(n), budget); err != nil {
				t.Fatal(err)
			}
			out := b.String()
			if got := utf8.RuneCountInString(out); got > budget || got < budget-200 && strings.Contains(out, " more have no room") {
				t.Errorf("%d characters of %d", got, budget)
			}
			shown := map[string]int{}
			last := ""
			for _, line := range strings.Split(out, "\n") {
				if word, _, ok := strings.Cut(strings.TrimPrefix(line, "| "), " | `"); ok {
					shown[word]++
					last = word
				}
			}
			left := 3*n - shown["error"] - shown["warning"] - shown["info"]
			if left > 0 != strings.Contains(out, fmt.Sprintf("\n%d more do not fit here; `saejob lint` lists all.\n", left)) {
				t.Errorf("%d are left out and not counted:\n%s", left, out[max(0, len(out)-300):])
			}
			if shown["warning"] > 0 && shown["error"] != n || last == "info" && shown["warning"] != n {
				t.Errorf("the gravest are not first: %v", shown)
			}
		}
	}
}
