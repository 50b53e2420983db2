package diff

import (
	"testing"
	"time"

	"saejob/internal/job"
	"saejob/internal/suppression"
)

// file makes a snapshot of a file.
func file(name, text string) job.Snapshot {
	t, problems := job.Parse([]byte(text))
	return job.Snapshot{Name: name, Single: true, Refs: []job.Ref{{Place: name, Open: func() (job.Document, error) {
		return job.Document{Template: t, Problems: problems, Text: []byte(text)}, nil
	}}}}
}

// TestSuppressed: what is accepted is counted and not shown, whichever file says so;
// what expired, and what has no reason, is not.
func TestSuppressed(t *testing.T) {
	day := func(text string) time.Time {
		d, err := suppression.ParseDay(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	const from, to = "AppName: a\nCpu: 1000\nTimeout: 1\n", "AppName: a\nCpu: 2000\nTimeout: 2\n"
	for _, c := range []struct {
		name, from, to string
		by             suppression.Suppression
		left, problems int
	}{
		{"nothing", from, to, suppression.Suppression{}, 0, 0},
		{"a comment in from", "AppName: a\nCpu: 1000\n# saejob:ignore=timeout-changed reason=why\nTimeout: 1\n", to, suppression.Suppression{}, 1, 0},
		{"a comment in to", from, "AppName: a\nCpu: 2000\nTimeout: 2 # saejob:ignore=timeout-changed reason=why\n", suppression.Suppression{}, 1, 0},
		{"at the head", "# saejob:ignore=timeout-changed reason=why\n" + from, to, suppression.Suppression{}, 1, 0},
		{"elsewhere", "AppName: a\n# saejob:ignore=timeout-changed reason=why\nCpu: 1000\nTimeout: 1\n", to, suppression.Suppression{}, 0, 0},
		{"without a reason", "# saejob:ignore=timeout-changed\n" + from, to, suppression.Suppression{}, 0, 0},
		{"configured", from, to, suppression.Suppression{Names: []string{"timeout-changed", "image-changed"}}, 1, 0},
		{"of another template", from, to, suppression.Suppression{Names: []string{"timeout-changed"}, Templates: []string{"b"}}, 0, 0},
		{"of a file", from, to, suppression.Suppression{Names: []string{"timeout-changed"}, Files: []string{"jobs/*"}}, 1, 0},
		{"of an environment", from, to, suppression.Suppression{Names: []string{"timeout-changed"}, Environment: "prod"}, 1, 0},
		{"until yesterday", from, to, suppression.Suppression{Names: []string{"timeout-changed"}, Expires: day("2026-11-22")}, 0, 1},
		{"until today", from, to, suppression.Suppression{Names: []string{"timeout-changed"}, Expires: day("2026-11-23")}, 1, 0},
		{"a rule's, until yesterday", from, to, suppression.Suppression{Names: []string{"description-missing"}, Expires: day("2026-11-22")}, 0, 0},
	} {
		o := options()
		o.Now = day("2026-11-23")
		o.Suppressions = []*suppression.Suppression{&c.by}
		o.Environment = func(place string) string { return map[string]string{"jobs/b.yaml": "prod"}[place] }
		r := Compare(file("a", c.from), file("jobs/b.yaml", c.to), o)
		if r.Summary.Left.Suppressed != c.left || len(r.Templates[0].Changes) != 2-c.left || len(r.Problems) != c.problems {
			t.Errorf("%s: %d left out of %+v, problems %v", c.name, r.Summary.Left.Suppressed, r.Templates[0].Changes, r.Problems)
		}
	}
}
