package meaning_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"saejob/diff"
	"saejob/diff/meaning"
	"saejob/internal/job"
	"saejob/internal/secret"
)

var update = flag.Bool("update", false, "write what diff says into the cases")

// now is when the cases are compared: a Monday.
var now = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

// TestCases: what diff says of each meaning's cases. A case is a folder with from
// and to in it, each NAME.yaml or a folder of them; CASE.out has a line for each
// change. Each name of a change has a case.
func TestCases(t *testing.T) {
	for _, m := range meaning.All() {
		t.Run(m.Name, func(t *testing.T) {
			file := m.Name + ".txtar"
			was, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			archive, said := run(t, txtar.Parse(was))
			for _, id := range m.IDs {
				if !strings.Contains(said, fmt.Sprintf(" %s %s: ", id.Severity, id.Name)) {
					t.Errorf("%s: no case is %s", file, id.Name)
				}
			}
			if is := txtar.Format(archive); *update {
				if err := os.WriteFile(file, is, 0o644); err != nil {
					t.Fatal(err)
				}
			} else if !bytes.Equal(was, is) {
				t.Errorf("%s: diff says something else now: run make update and read the difference\n%s", file, is)
			}
		})
	}
}

// TestEveryFileHasItsRow: a meaning whose file is here, or whose cases are, is in the
// table that [meaning.All] returns.
func TestEveryFileHasItsRow(t *testing.T) {
	known := map[string]bool{}
	for _, m := range meaning.All() {
		known[m.Name] = true
	}
	n := 0
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if name, isCases := strings.CutSuffix(file.Name(), ".txtar"); isCases && !known[name] {
			t.Errorf("%s has cases of %s, which is not a row of meanings.go", file.Name(), name)
		}
		if !strings.HasSuffix(file.Name(), ".go") || strings.HasSuffix(file.Name(), "_test.go") {
			continue
		}
		text, err := os.ReadFile(file.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range declared.FindAllSubmatch(text, -1) {
			n++
			if name := string(m[1]); !known[name] {
				t.Errorf("%s declares the meaning %s, which is not a row of meanings.go", file.Name(), name)
			}
		}
	}
	if n < len(known) {
		t.Errorf("only %d declarations of %d meanings are found: a meaning begins with its Name", n, len(known))
	}
}

// declared finds the name in the declaration of a meaning.
var declared = regexp.MustCompile(`(?m)^(?:var )?\s*\w+ = Meaning\{\s*Name:\s+"([^"]+)"`)

// run compares the cases of an archive, and puts what diff says behind each.
func run(t *testing.T, archive *txtar.Archive) (out *txtar.Archive, all string) {
	out = &txtar.Archive{Comment: archive.Comment}
	files := slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return strings.HasSuffix(f.Name, ".out") })
	for i, f := range files {
		out.Files = append(out.Files, f)
		name, _, _ := strings.Cut(f.Name, "/")
		if i+1 < len(files) && strings.HasPrefix(files[i+1].Name, name+"/") {
			continue
		}
		said := compare(t, name, files)
		if said == "" {
			t.Errorf("%s: nothing changed", name)
		}
		all += said
		out.Files = append(out.Files, txtar.File{Name: name + ".out", Data: []byte(said)})
	}
	return out, all
}

func compare(t *testing.T, name string, files []txtar.File) string {
	side := func(side string) job.Snapshot {
		s := job.Snapshot{Name: side}
		for _, f := range files {
			if strings.HasPrefix(f.Name, name+"/"+side) {
				template, problems := job.Parse(f.Data)
				if len(problems) > 0 {
					t.Fatalf("%s: %v", f.Name, problems)
				}
				s.Refs = append(s.Refs, job.Ref{Place: f.Name, Open: func() (job.Document, error) {
					return job.Document{Template: template}, nil
				}})
			}
		}
		return s
	}
	var b strings.Builder
	for _, template := range diff.Compare(side("from"), side("to"), diff.Options{Key: secret.RandomKey(), Now: now}).Templates {
		for _, c := range template.Changes {
			fmt.Fprintf(&b, "%s %s: %s %s: %s\n", c.Path, c.Kind, c.Severity, c.ID, c.Meaning)
		}
	}
	return b.String()
}
