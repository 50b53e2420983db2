package source_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/source"
)

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
		if got, want := source.CloneOf(t.Context()).BlobID([]byte("kanari\n")), strings.TrimSpace(run(t, dir, "hash-object", "a")); got != want {
			t.Errorf("%s: %s, git says %s", format, got, want)
		}
	}
}

func TestMakeCloneKeyKeepsAKey(t *testing.T) {
	dir := t.TempDir()
	run(t, dir, "init", "-q")
	t.Chdir(dir)
	for _, key := range []string{"first", "second"} {
		if err := source.MakeCloneKey(t.Context(), key); err != nil {
			t.Fatal(err)
		}
	}
	if got := source.CloneOf(t.Context()).Key; got != "first" {
		t.Errorf("the key is %q", got)
	}
}
