package rules_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/internal/source"
	"saejob/lint"
	"saejob/rules"
)

// TestSamples: what is said of each sample, exported and untouched. It is the
// first that a new user sees: every line of it is to be read and agreed with. No
// sample has an error but the documentation's own example.
func TestSamples(t *testing.T) {
	dir := t.TempDir()
	exportSamples(t, dir)
	snapshot, err := (&source.Reader{Dir: dir}).Open(t.Context(), "./")
	check(t, err)
	linter := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All(), Now: now}
	var said bytes.Buffer
	for _, f := range linter.Check(snapshot).Findings {
		file := filepath.Base(f.File)
		if f.Severity == severity.Error && !strings.HasPrefix(file, "18-") {
			t.Errorf("%s: %s: %s", file, f.Rule, f.Message)
		}
		fmt.Fprintf(&said, "%s:%d:%d: %s: %s [%s]\n", file, f.At.Line, f.At.Column, f.Severity, f.Message, f.Rule)
	}
	const golden = "testdata/samples.txt"
	if *update {
		check(t, os.WriteFile(golden, said.Bytes(), 0o644))
	}
	want, err := os.ReadFile(golden)
	check(t, err)
	if !bytes.Equal(said.Bytes(), want) {
		t.Errorf("lint says something else now: run make update and read the difference\n%s", said.Bytes())
	}
}

// exportSamples writes every sample to a file, in normal form and without its
// secrets.
func exportSamples(t *testing.T, dir string) {
	t.Helper()
	samples, err := filepath.Glob("../internal/emulator/samples/*.json")
	check(t, err)
	if len(samples) == 0 {
		t.Fatal("no samples")
	}
	for _, sample := range samples {
		data, err := os.ReadFile(sample)
		check(t, err)
		tmpl, err := job.FromAnswer(data)
		check(t, err)
		secret.Redact(tmpl, secret.RandomKey())
		job.Normalize(tmpl)
		name := strings.TrimSuffix(filepath.Base(sample), ".json") + ".yaml"
		check(t, os.WriteFile(filepath.Join(dir, name), job.Print(tmpl), 0o644))
	}
}
