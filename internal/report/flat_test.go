package report_test

import (
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/report"
)

// TestFlat: each value and each comment has lines that say where it is; of a text the last
// line break too.
func TestFlat(t *testing.T) {
	tmpl, problems := job.Parse([]byte("# head\nAppName: a # behind\nEnvs:\n  - name: A\n    value: |\n      one\n      two\n" +
		"  # - name: B\nPhpConfig: |-\n  one\n  two\n# tail\n"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var out strings.Builder
	whole, err := report.Flat(&out, tmpl, func(text string) string { return text })
	if err != nil || !whole {
		t.Errorf("whole: %v, %v", whole, err)
	}
	const want = `# head
AppName  # behind
AppName: a
Envs below  # - name: B
Envs[A].value:
  one
  two
PhpConfig: |-
  one
  two
# tail
`
	if got := out.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
