package suppression_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"saejob/internal/job"
	"saejob/internal/suppression"
)

// many returns a template's text with a suppression of its own at some of its
// entries, and its tree.
func many(random *rand.Rand, n int) (string, *job.Template) {
	var b strings.Builder
	comment := func() string {
		rules := []string{"schema/Envs", "yaml", "schema/Envs,unknown-field", "nothing"}
		extra := []string{"", " expires=2020-01-01", " expires=2030-01-01"}
		return fmt.Sprintf("# saejob:ignore=%s reason=r%s", rules[random.IntN(len(rules))], extra[random.IntN(len(extra))])
	}
	b.WriteString("AppName: a\n")
	if random.IntN(3) == 0 {
		b.WriteString(comment() + "\n")
	}
	b.WriteString("Envs:\n")
	for i := range n {
		name := []string{fmt.Sprint("A", i), "B", `"*"`}[random.IntN(3)]
		for range random.IntN(3) {
			b.WriteString("  " + comment() + "\n")
		}
		fmt.Fprintf(&b, "  - name: %s\n    value: {a: [1, 2], b: 3}", name)
		if random.IntN(2) == 0 {
			b.WriteString(" " + comment())
		}
		b.WriteString("\n")
	}
	tree, _ := job.Parse([]byte(b.String()))
	return b.String(), tree
}

// TestSet: a set accepts what one of its suppressions does, names the first of
// these, and marks all of them as used.
func TestSet(t *testing.T) {
	today := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	everyItem, err := job.ParsePath("Envs[*].name")
	if err != nil {
		t.Fatal(err)
	}
	accepted := 0
	for seed := range uint64(60) {
		text, tree := many(rand.New(rand.NewPCG(seed, 1)), 12)
		lists := func() []*suppression.Suppression {
			return append(suppression.InFile(tree, "a", []byte(text)),
				&suppression.Suppression{Names: []string{"yaml"}, Reason: "x", Path: everyItem},
				&suppression.Suppression{Names: []string{"unknown-field"}, Reason: "x", Files: []string{"b"}},
				&suppression.Suppression{Names: []string{"yaml"}, Reason: "x", Environment: "prod", Wrong: "so"})
		}
		asked, inSet := lists(), lists()
		set := suppression.NewSet(inSet, today)
		for _, name := range []string{"schema/Envs", "yaml", "unknown-field"} {
			for line := range 60 {
				path := job.Path(nil).Member("Envs").Keyed([]string{"A1", "B", "*", "A4"}[line%4], 1+line%3).Member([]string{"name", "value"}[line%2])
				target := suppression.Target{Name: name, File: "a", Line: line, Path: path[:line%4]}
				got, first := set.Accept(target), -1
				for i, s := range asked {
					if s.Accepts(target, today) {
						s.MarkUsed(name)
						if first < 0 {
							first = i
						}
					}
				}
				if first < 0 && got != nil || first >= 0 && got != inSet[first] {
					t.Fatalf("%+v: %+v, want number %d\n%s", target, got, first, text)
				}
				if got != nil {
					accepted++
				}
			}
		}
		for i, s := range asked {
			if got, want := fmt.Sprint(inSet[i].Unused(true)), fmt.Sprint(s.Unused(true)); got != want {
				t.Fatalf("number %d of\n%s is unused for %s, want %s", i, text, got, want)
			}
		}
	}
	if accepted < 1000 {
		t.Errorf("only %d are accepted", accepted)
	}
}
