package git

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// repository makes a repository with a commit of these files, and goes there.
func repository(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	do(t, "init", "-q")
	commit(t, files)
	return dir
}

func commit(t *testing.T, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		do(t, "add", name)
	}
	do(t, "commit", "-q", "-m", "a")
}

// do runs git; whether a merge conflicts is seen later.
func do(t *testing.T, args ...string) {
	t.Helper()
	args = append([]string{"-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"}, args...)
	if out, err := exec.CommandContext(t.Context(), "git", args...).CombinedOutput(); err != nil && !strings.Contains(string(out), "CONFLICT") {
		t.Fatalf("git %v: %s", args, out)
	}
}

// TestSidesOfAConflict: however many sides a conflict has, the index has the file once, and
// nothing is read of it.
func TestSidesOfAConflict(t *testing.T) {
	repository(t, map[string]string{"a": "1\n", "b": "1\n"})
	do(t, "checkout", "-q", "-b", "other")
	commit(t, map[string]string{"a": "2\n"})
	do(t, "checkout", "-q", "-")
	commit(t, map[string]string{"a": "3\n"})
	do(t, "merge", "-q", "other")
	r := &Repository{Dir: "."}
	defer r.Close()
	tree, err := r.Tree(t.Context(), index)
	if err != nil {
		t.Fatal(err)
	}
	entries, err := tree.list(t.Context(), "")
	if err != nil || len(entries) != 2 || entries[0].Path != "a" || entries[1].Path != "b" {
		t.Fatalf("%v: %+v", err, entries)
	}
	if _, err := tree.Content(t.Context(), entries[0], 10); err == nil || !strings.Contains(err.Error(), "conflict") {
		t.Errorf("the conflict is read: %v", err)
	}
	if text, err := tree.Content(t.Context(), entries[1], 10); err != nil || string(text) != "1\n" {
		t.Errorf("%v: %q", err, text)
	}
}

// TestBehindTooLargeAFile: of a file that is too large one byte too much is read, and the
// next one is read from its beginning.
func TestBehindTooLargeAFile(t *testing.T) {
	repository(t, map[string]string{"large": strings.Repeat("large\n", 100_000), "small": "small\n", "just": strings.Repeat("x", 16)})
	r := &Repository{Dir: "."}
	defer r.Close()
	tree, err := r.Tree(t.Context(), "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		want int
	}{{"small", 6}, {"large", 17}, {"small", 6}, {"just", 16}, {"large", 17}, {"just", 16}} {
		if text, err := tree.ReadFile(t.Context(), c.name, 16); err != nil || len(text) != c.want {
			t.Errorf("%s: %v, %d bytes", c.name, err, len(text))
		}
	}
}

// TestIgnoredRepositories: a file in a repository below is ignored where its own repository
// says so, and where an outer one ignores that repository.
func TestIgnoredRepositories(t *testing.T) {
	dir := repository(t, map[string]string{".gitignore": "vendor\n*.tmp\n", "a": "1\n"})
	for _, name := range []string{"vendor/one", "own"} {
		below := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(below, 0o755); err != nil {
			t.Fatal(err)
		}
		t.Chdir(below)
		do(t, "init", "-q")
		if err := os.WriteFile(".gitignore", []byte("c\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	i := NewIgnored(dir)
	want := map[string]bool{"a": false, "a.tmp": true, "vendor/one/b": true, "vendor/one/c": true, "own/b": false, "own/c": true, "own/b.tmp": false}
	for name := range want {
		i.Add(filepath.Join(dir, filepath.FromSlash(name)))
	}
	if err := i.Ask(t.Context()); err != nil {
		t.Fatal(err)
	}
	for name, ignored := range want {
		if i.Has(filepath.Join(dir, filepath.FromSlash(name))) != ignored {
			t.Errorf("%s: ignored is %v", name, !ignored)
		}
	}
}
