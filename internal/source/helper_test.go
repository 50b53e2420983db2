package source_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/hint"
	"saejob/internal/job"
	"saejob/internal/source"
	"saejob/internal/trial"
)

// repository makes a repository with a commit of files.
func repository(t *testing.T, files map[string]string) string {
	t.Helper()
	configuration := filepath.Join(t.TempDir(), "config")
	write(t, configuration, "[gc]\nauto = 0\n[maintenance]\nauto = false\n") // nothing in the background
	for name, value := range map[string]string{
		"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": configuration, "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com",
		"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com",
	} {
		t.Setenv(name, value)
	}
	dir := t.TempDir()
	run(t, dir, "init", "-q", "-b", "main")
	commit(t, dir, files)
	return dir
}

func commit(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	run(t, dir, "add", "-A", "--force")
	run(t, dir, "commit", "-q", "--allow-empty", "-m", "a")
}

func run(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(trial.Soon(t), "git", args...)
	cmd.Dir = dir
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git %s: %v: %s", strings.Join(args, " "), err, said.String())
	}
	return strings.TrimSuffix(string(out), "\n")
}

// reader returns a reader that is closed when the test ends.
func reader(t *testing.T, dir string) *source.Reader {
	r := &source.Reader{Dir: dir}
	t.Cleanup(r.Close)
	return r
}

// places spells what a source holds: "PLACE OUTCOME", a line each.
func places(t *testing.T, r *source.Reader, text string) string {
	t.Helper()
	s, err := r.Open(trial.Soon(t), text)
	if what := hint.Of(err); what != "" {
		return err.Error() + "\nhint: " + what
	}
	if err != nil {
		return err.Error()
	}
	var out []string
	for _, ref := range s.Refs {
		out = append(out, ref.Place+" "+outcome(ref))
	}
	if s.Single {
		out = append(out, "single")
	}
	return strings.Join(out, "\n")
}

// whys is places with the reasons of what is unread.
func whys(t *testing.T, r *source.Reader, text string) string {
	t.Helper()
	s, err := r.Open(trial.Soon(t), text)
	if err != nil {
		return err.Error()
	}
	var out []string
	for _, ref := range s.Refs {
		line := ref.Place + " " + outcome(ref)
		if _, err := ref.Open(); err != nil {
			line += ": " + err.Error()
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestMain(m *testing.M) { os.Exit(trial.Alone{M: m}.Run()) }

const template = "AppName: a\nCpu: 500\n"

func outcome(ref job.Ref) string {
	doc, err := ref.Open()
	switch {
	case errors.Is(err, job.ErrNotTemplate):
		return "other"
	case err != nil:
		return "unread"
	case len(doc.Problems) > 0:
		return "problem"
	}
	return "template"
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
