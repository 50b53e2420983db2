package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"saejob/diff"
	"saejob/internal/job"
	"saejob/internal/secret"
)

// TestPlaces: each change is at its value's line, on each side that has it; on a
// side that has none, where what should hold it begins.
func TestPlaces(t *testing.T) {
	from := `AppName: a
Cpu: 500
Envs:
  - name: A
    value: "1"
  - name: B
    value: "1"
  - name: C
    value: "1"
Memory: 1024
`
	to := `Replicas: 1
AppName: a
Envs:
  - name: C
    value: "1"
  - name: B
    value: "2"
  - name: D
    value: "1"
Memory:
  2048
`
	parse := func(name, text string) job.Snapshot {
		return job.Snapshot{Name: name, Single: true, Refs: []job.Ref{{Place: name, File: name, Open: func() (job.Document, error) {
			template, problems := job.Parse([]byte(text))
			return job.Document{Template: template, Problems: problems}, nil
		}}}}
	}
	r := diff.Compare(parse("from", from), parse("to", to), diff.Options{Key: secret.RandomKey()})
	var got []string
	for _, c := range r.Templates[0].Changes {
		got = append(got, fmt.Sprintf("%s %d %d", c.Path, c.FromAt.Line, c.ToAt.Line))
	}
	want := []string{"Envs 4 4", "Envs[A] 4 4", "Envs[B].value 7 7", "Envs[D] 4 8", "Cpu 2 1", "Memory 10 11", "Replicas 1 1"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if r.Templates[0].FromFile != "from" || r.Templates[0].ToFile != "to" {
		t.Error("the places are no files")
	}
}
