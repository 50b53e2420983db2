package export

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"saejob/internal/secret"
	"saejob/internal/trial"
)

// A directory that cannot be searched may hold a template's file: nothing is
// exported past it.
func TestDirectoryIsUnreadable(t *testing.T) {
	dir := t.TempDir()
	put(t, "mine\n", dir, "closed", "a.yaml")
	closed := filepath.Join(dir, "closed")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(closed, 0o700) })
	if _, err := os.ReadDir(closed); err == nil {
		t.Skip("this user may read everything")
	}
	_, err := Write(trial.Soon(t), listed(t, true, full()), dir, Options{Key: secret.RandomKey()})
	if !errors.Is(err, fs.ErrPermission) {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "nightly.yaml")); err == nil {
		t.Error("it was written")
	}
}

func TestDirectoryCannotBeUsed(t *testing.T) {
	dir := t.TempDir()
	put(t, "mine\n", dir, "file")
	for _, check := range []bool{true, false} {
		for _, name := range []string{"file", "file/below"} {
			if _, err := Write(trial.Soon(t), listed(t, true, full()), filepath.Join(dir, name), Options{Key: secret.RandomKey(), Check: check}); err == nil {
				t.Errorf("%s, check %v: no error", name, check)
			}
		}
	}
}

func TestCheckDoesNotMakeTheDirectory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "jobs")
	got := write(t, dir, listed(t, true, full()), func(o *Options) { o.Check = true })
	equal(t, "check", got, "added nightly.yaml\n")
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	equal(t, "write", write(t, dir, listed(t, true, full())), got)
}

func TestFileIsUnreadable(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, listed(t, true, full()))
	if err := os.Chmod(filepath.Join(dir, "nightly.yaml"), 0); err != nil {
		t.Fatal(err)
	}
	if _, err := os.ReadFile(filepath.Join(dir, "nightly.yaml")); err == nil {
		t.Skip("this user reads everything")
	}
	if _, err := Write(trial.Soon(t), listed(t, true, full()), dir, Options{Key: secret.RandomKey()}); err == nil {
		t.Error("no error")
	}
}
