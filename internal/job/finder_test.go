package job_test

import (
	"fmt"
	"slices"
	"testing"

	"saejob/internal/job"
	"saejob/internal/plan"
)

// TestFinder: the path of each entry leads there, and no other one does.
func TestFinder(t *testing.T) {
	text := "AppName: a\nEnvs:\n- {name: A, value: {a: [1, [2, 3]]}}\n- {name: A}\n- {value: 1}\n- 5\nCommandArgs: [a, b]\n" +
		"Kafka:\n  - {x: 1}\n"
	for i := range 40 {
		text += fmt.Sprintf("Unknown%d: {a: %d}\n", i, i)
	}
	tmpl, problems := job.Parse([]byte(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	f := job.NewFinder(tmpl)
	n := 0
	tmpl.Walk(func(at *job.At, e *job.Entry, _ *plan.Field) bool {
		p := at.Path()
		n++
		if got := f.Entry(p); got != e {
			t.Errorf("%s leads to %+v", p, got)
		}
		for _, wrong := range []job.Path{p.Member("zz"), p.Item(7), p.Keyed("A", 9), append(slices.Clone(p[:len(p)-1]), job.Step{Kind: job.KeyStep, Name: "B", Nth: 1})} {
			if got := f.Entry(wrong); got != nil {
				t.Errorf("%s leads to %+v", wrong, got)
			}
		}
		return true
	})
	if n < 100 || f.Entry(nil) != nil {
		t.Error(n, f.Entry(nil))
	}
}
