package command

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/console"
	"saejob/internal/emulator"
	"saejob/internal/job"
	"saejob/internal/secret"
)

// TestLossless: each sample, exported and rendered again, is what it was but for
// placeholders; and no exported sample has an error, but the documentation's own
// example.
func TestLossless(t *testing.T) {
	names, err := fs.Glob(emulator.Samples(), "*.json")
	if err != nil || len(names) == 0 {
		t.Fatal("no samples", err)
	}
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			data, err := fs.ReadFile(emulator.Samples(), name)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			answer, file := filepath.Join(dir, "answer.json"), filepath.Join(dir, "file.yaml")
			write(t, answer, string(data))
			text, status := try(t, "-q", "export", "--from", answer, "-d", "-")
			if status != console.Clean {
				t.Fatalf("export exits with %d: %s", status, text)
			}
			write(t, file, text)
			back, status := try(t, "render", "--as", "describe", file)
			if status != console.Clean {
				t.Fatalf("render exits with %d: %s", status, back)
			}
			compareAnswers(t, data, []byte(back))
			if out, status := try(t, "lint", file); status != console.Clean && !strings.HasPrefix(name, "18-") {
				t.Errorf("lint exits with %d: %s", status, out)
			}
			if out, status := try(t, "fmt", "--check", file); status != console.Clean {
				t.Errorf("fmt exits with %d: %s", status, out)
			}
		})
	}
}

func compareAnswers(t *testing.T, was, is []byte) {
	t.Helper()
	a, err := job.FromAnswer(was)
	if err != nil {
		t.Fatal(err)
	}
	b, err := job.FromAnswer(is)
	if err != nil {
		t.Fatal(err)
	}
	// A placeholder counts where a secret is marked.
	key := secret.RandomKey()
	secret.Mark(a, key)
	secret.Mark(b, key)
	if job.Compare(a, b) == job.Different {
		t.Errorf("it comes back as\n%s", is)
	}
}
