package source_test

import (
	"path/filepath"
	"testing"
)

// As in a hook, git's variables name another repository: what counts is the one that
// the directory is in. Where that is in none, they count.
func TestGitOfTheEnvironment(t *testing.T) {
	here := repository(t, map[string]string{"a.yaml": template})
	there := repository(t, map[string]string{"b.yaml": template})
	t.Setenv("GIT_DIR", filepath.Join(there, ".git"))
	t.Setenv("GIT_WORK_TREE", there)
	t.Setenv("GIT_INDEX_FILE", filepath.Join(there, ".git", "index"))
	t.Setenv("GIT_OBJECT_DIRECTORY", filepath.Join(there, ".git", "objects"))
	t.Setenv("GIT_COMMON_DIR", filepath.Join(there, ".git"))
	t.Setenv("GIT_PREFIX", "x/")
	if got, want := places(t, reader(t, here), "HEAD:"), "HEAD:a.yaml template"; got != want {
		t.Errorf("in a repository: %s; want %s", got, want)
	}
	if got, want := places(t, reader(t, t.TempDir()), "HEAD:"), "HEAD:b.yaml template"; got != want {
		t.Errorf("in none: %s; want %s", got, want)
	}
}
