package git_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/git"
	"saejob/internal/trial"
)

func run(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "git", args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git %s: %v", strings.Join(args, " "), err)
	}
	return string(out)
}

func TestMain(m *testing.M) { os.Exit(trial.Alone{M: m}.Run()) }

func TestBlobIDIsThatOfGit(t *testing.T) {
	for _, format := range []string{"sha1", "sha256"} {
		dir := t.TempDir()
		if out, err := exec.Command("git", "init", "-q", "--object-format="+format, dir).CombinedOutput(); err != nil {
			t.Fatalf("%s", out)
		}
		t.Chdir(dir)
		if err := os.WriteFile(filepath.Join(dir, "a"), []byte("kanari\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, want := git.CloneOf(t.Context()).BlobID([]byte("kanari\n")), strings.TrimSpace(run(t, dir, "hash-object", "a")); got != want {
			t.Errorf("%s: %s, git says %s", format, got, want)
		}
	}
}

func TestMakeCloneKeyKeepsAKey(t *testing.T) {
	dir := t.TempDir()
	run(t, dir, "init", "-q")
	t.Chdir(dir)
	for _, key := range []string{"first", "second"} {
		if err := git.MakeCloneKey(t.Context(), key); err != nil {
			t.Fatal(err)
		}
	}
	if got := git.CloneOf(t.Context()).Key; got != "first" {
		t.Errorf("the key is %q", got)
	}
}
