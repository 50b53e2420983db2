package job_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/trial"
)

// TestLocate: a template that came from an answer has the positions that its file
// has.
func TestLocate(t *testing.T) {
	g := newGenerator(9)
	for i := range trial.Cases(10_000, 2_000) {
		data := g.answer()
		live, err := job.FromAnswer(data)
		if err != nil {
			t.Fatal(err)
		}
		job.Normalize(live)
		text, err := job.Locate(live)
		if err != nil {
			t.Fatalf("case %d: %v: %s", i, err, data)
		}
		file, _ := job.Parse(text)
		if !bytes.Equal(text, job.Print(live)) || !reflect.DeepEqual(rangesOf(live.Root), rangesOf(file.Root)) || live.Root.Range.Line != 1 {
			t.Fatalf("case %d: other positions: %s\n%s", i, data, text)
		}
	}
}

func rangesOf(n *job.Node) []job.Range {
	all := []job.Range{n.Range}
	for _, e := range n.Entries {
		all = append(append(all, e.KeyRange), rangesOf(e.Value)...)
	}
	return all
}

// TestLocateTooLarge: what could not be read as a file is refused.
func TestLocateTooLarge(t *testing.T) {
	large := &job.Template{Root: object("AppName", text(strings.Repeat("a", job.MaxBytes)))}
	if _, err := job.Locate(large); err == nil || !strings.Contains(err.Error(), "larger than 8 MB") {
		t.Error(err)
	}
}
