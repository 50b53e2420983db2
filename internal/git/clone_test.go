package git_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
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

// The key is in no argument of git, and is there as git reads it.
func TestKeyIsNoArgument(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the git of this test is a shell script")
	}
	dir, bin, log := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "log")
	run(t, dir, "init", "-q")
	configuration := filepath.Join(dir, ".git", "config")
	if err := os.WriteFile(configuration, []byte("[user]\n\tname = a\\\n"), 0o600); err != nil { // its last line goes on
		t.Fatal(err)
	}
	path, err := exec.LookPath("git")
	if err != nil {
		t.Fatal(err)
	}
	script := fmt.Sprintf("#!/bin/sh\necho \"$* $(env)\" >>'%s'\nexec '%s' \"$@\"\n", log, path)
	if err := os.WriteFile(filepath.Join(bin, "git"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Setenv("TERM", "dumb")
	t.Chdir(dir)
	if err := git.MakeCloneKey(t.Context(), "kanari"); err != nil {
		t.Fatal(err)
	}
	if got := git.CloneOf(t.Context()).Key; got != "kanari" || run(t, dir, "config", "user.name") != "a\n" {
		t.Errorf("the key is %q", got)
	}
	said, err := os.ReadFile(log)
	if err != nil || strings.Contains(string(said), "kanari") || !strings.Contains(string(said), "--edit") {
		t.Errorf("%v: %s", err, said)
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
