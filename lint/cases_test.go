package lint_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/lint"
)

var update = flag.Bool("update", false, "write what lint says beside the cases of the schema")

// TestCases: what lint says of the schema's cases, with exact message, line and
// column. An ok-… has no error.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("../schema/testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	linter := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan()}
	for _, file := range files {
		was, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		archive := txtar.Parse(was)
		var out []txtar.File
		for _, f := range archive.Files {
			if filepath.Ext(f.Name) == ".out" {
				continue
			}
			out = append(out, f)
			said := say(linter, f.Name, f.Data)
			if ok := strings.HasPrefix(f.Name, "ok-"); ok == strings.Contains(said, ": error: ") && ok || !ok && said == "" {
				t.Errorf("%s: %s: lint says\n%s", file, f.Name, said)
			}
			if said != "" {
				out = append(out, txtar.File{Name: strings.TrimSuffix(f.Name, ".yaml") + ".out", Data: []byte(said)})
			}
		}
		archive.Files = out
		now := txtar.Format(archive)
		if *update {
			if err := os.WriteFile(file, now, 0o644); err != nil {
				t.Fatal(err)
			}
		} else if !bytes.Equal(now, was) {
			t.Errorf("%s: lint says something else now: run make update and read the difference\n%s", file, firstDifference(was, now))
		}
	}
}

// say returns what lint says of a template, a line for each finding.
func say(l *lint.Linter, name string, text []byte) string {
	tmpl, problems := job.Parse(text)
	result := l.Check(job.Snapshot{Refs: []job.Ref{{Place: name, Open: func() (job.Document, error) {
		return job.Document{Template: tmpl, Problems: problems, Text: text}, nil
	}}}})
	var b strings.Builder
	for _, f := range result.Findings {
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s [%s]\n", f.File, f.At.Line, f.At.Column, f.Severity, f.Message, f.Rule)
	}
	return b.String()
}

func firstDifference(was, now []byte) string {
	a, b := strings.Split(string(was), "\n"), strings.Split(string(now), "\n")
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return fmt.Sprintf("line %d was %q, is %q", i+1, a[i], append(b, "")[min(i, len(b))])
		}
	}
	return "lines were added"
}
