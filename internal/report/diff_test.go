package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"saejob/diff"
	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

// TestDiff compares what each archive holds as from and to, and maybe as base,
// with the reports it holds: out.txt, out.json, out.md, out.github. The first line of the comment may
// be an option.
func TestDiff(t *testing.T) {
	archives, err := filepath.Glob("testdata/diff/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { testDiff(t, path) })
	}
}

func testDiff(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	o := diff.Options{Key: secret.RandomKey(), Now: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)}
	first, _, _ := strings.Cut(string(archive.Comment), "\n")
	switch strings.TrimSpace(first) {
	case "show-hidden":
		o.ShowHidden = true
	case "key":
		if o.Key, err = secret.ParseKey(trial.RedactKey); err != nil {
			t.Fatal(err)
		}
	}
	if base := snapshot(archive, "base"); len(base.Refs) > 0 {
		o.Base = &base
	}
	result := diff.Compare(snapshot(archive, "from"), snapshot(archive, "to"), o)
	var text, structure, markdown, github bytes.Buffer
	if err := report.DiffText(&text, result, report.Style{}); err != nil {
		t.Fatal(err)
	}
	text.WriteString("-- " + result.SummaryLine() + "\n")
	if err := report.DiffJSON(&structure, result); err != nil {
		t.Fatal(err)
	}
	if err := report.DiffMarkdown(&markdown, result, report.MarkdownBudget); err != nil {
		t.Fatal(err)
	}
	if err := report.DiffGitHub(&github, result); err != nil {
		t.Fatal(err)
	}
	got := map[string][]byte{
		"out.txt": text.Bytes(), "out.json": structure.Bytes(), "out.md": markdown.Bytes(), "out.github": github.Bytes(),
	}
	for i, f := range archive.Files {
		want, ok := got[f.Name]
		if !ok || bytes.Equal(want, f.Data) {
			continue
		}
		if archive.Files[i].Data = want; !*update {
			t.Errorf("%s: got\n%s\nwant\n%s", f.Name, want, f.Data)
		}
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// snapshot returns the templates of a side: one file SIDE.yaml, or those in SIDE/.
func snapshot(archive *txtar.Archive, side string) job.Snapshot {
	s := job.Snapshot{Name: side}
	for _, f := range archive.Files {
		switch {
		case f.Name == side+".yaml":
			s.Name, s.Single = f.Name, true
		case !strings.HasPrefix(f.Name, side+"/"):
			continue
		}
		s.Refs = append(s.Refs, job.Ref{Place: f.Name, File: f.Name, Open: func() (job.Document, error) {
			if bytes.HasPrefix(f.Data, []byte("not a template")) {
				return job.Document{}, job.ErrNotTemplate
			}
			template, problems := job.Parse(f.Data)
			return job.Document{Template: template, Problems: problems, Text: f.Data}, nil
		}})
	}
	return s
}
