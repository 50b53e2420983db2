package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/hint"
	"saejob/internal/source"
	"saejob/internal/trial"
)

// Each file is judged by the rules of the repository that it is in; what is ignored
// around a repository is ignored with it.
func TestIgnoredInRepositoriesWithin(t *testing.T) {
	module := repository(t, map[string]string{"a.yaml": template, ".gitignore": "theirs.yaml\n"})
	dir := repository(t, map[string]string{"a.yaml": template, ".gitignore": "ours.yaml\nvendor/\n"})
	run(t, dir, "-c", "protocol.file.allow=always", "submodule", "add", "-q", module, "jobs/module")
	run(t, dir, "commit", "-q", "-m", "module")
	for _, inner := range []string{"jobs/inner", "jobs/inner/deep/more", "jobs/vendor/x"} {
		write(t, filepath.Join(dir, inner, ".gitignore"), "theirs.yaml\n")
		run(t, filepath.Join(dir, inner), "init", "-q")
	}
	for _, in := range []string{"jobs", "jobs/module", "jobs/module/sub", "jobs/inner", "jobs/inner/deep", "jobs/inner/deep/more", "jobs/vendor/x"} {
		write(t, filepath.Join(dir, in, "ours.yaml"), template)
		write(t, filepath.Join(dir, in, "theirs.yaml"), template)
	}
	const want = `jobs/inner/deep/more/ours.yaml template
jobs/inner/deep/ours.yaml template
jobs/inner/ours.yaml template
jobs/module/a.yaml template
jobs/module/ours.yaml template
jobs/module/sub/ours.yaml template
jobs/theirs.yaml template`
	if got := places(t, reader(t, dir), "jobs"); got != want {
		t.Errorf("got\n%s", got)
	}
	// Named from within, it is a repository on its own.
	if got := places(t, reader(t, filepath.Join(dir, "jobs", "module")), "."); got != "a.yaml template\nours.yaml template\nsub/ours.yaml template" {
		t.Errorf("got\n%s", got)
	}

	// A submodule without its repository has no rules; the rest still has them.
	if err := os.RemoveAll(filepath.Join(dir, "jobs/module/.git")); err != nil {
		t.Fatal(err)
	}
	got := places(t, reader(t, dir), "jobs")
	if !strings.Contains(got, "jobs/module/theirs.yaml template") || strings.Contains(got, "jobs/ours.yaml") || strings.Contains(got, "vendor") {
		t.Errorf("got\n%s", got)
	}
	// Where git cannot tell what is ignored in it, it is unread.
	write(t, filepath.Join(dir, "jobs/module/.git"), "gitdir: ../../nowhere\n")
	got = whys(t, reader(t, dir), "jobs")
	if strings.Count(got, "jobs/module unread: ") != 1 || !strings.Contains(got, "jobs/module unread: what is ignored in it is not known: git: not a git repository: ") || !strings.Contains(got, "git submodule update --init") ||
		strings.Contains(got, "module/a.yaml") || strings.Contains(got, "jobs/ours.yaml") || !strings.Contains(got, "jobs/inner/ours.yaml template") {
		t.Errorf("got\n%s", got)
	}
}

// Where git refuses to tell, it is said why, and what to do; ignored files are not
// read, and no revision is called missing.
func TestGitRefuses(t *testing.T) {
	dir := repository(t, map[string]string{"jobs/a.yaml": template, ".gitignore": "ignored.yaml\n"})
	worktree := filepath.Join(t.TempDir(), "worktree")
	run(t, dir, "worktree", "add", "-q", worktree)
	for _, c := range []struct{ in, variable, says, hint string }{
		{dir, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "git: detected dubious ownership in repository at ", "git config --global --add safe.directory "},
		{worktree, "", "git: not a git repository: ", "git worktree repair"},
	} {
		write(t, filepath.Join(c.in, "jobs", "ignored.yaml"), template)
		if c.variable != "" {
			t.Setenv(c.variable, "1")
		} else if err := os.RemoveAll(filepath.Join(dir, ".git/worktrees")); err != nil {
			t.Fatal(err)
		}
		r := reader(t, c.in)
		_, err := r.Open(trial.Soon(t), "jobs")
		_, named := r.Open(trial.Soon(t), "HEAD:jobs")
		_, file := r.File(trial.Soon(t), "HEAD", "jobs/a.yaml")
		one, openErr := r.Open(trial.Soon(t), "jobs/a.yaml")
		if openErr != nil {
			t.Fatal(openErr)
		}
		_, changed := r.Changed(trial.Soon(t), "HEAD", one.Refs)
		for what, err := range map[string]error{"directory": err, "revision": named, "file of a revision": file, "since": changed} {
			if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(hint.Of(err), c.hint) {
				t.Errorf("%s: %v\nhint: %s", what, err, hint.Of(err))
			}
		}
		if c.variable != "" {
			os.Unsetenv(c.variable)
		}
	}
}

// Without git what it ignores is read too, and that is said; outside of a repository
// nothing is ignored.
func TestIgnoredWithoutGit(t *testing.T) {
	dir := repository(t, map[string]string{"a.yaml": template, ".gitignore": "b.yaml\n"})
	write(t, filepath.Join(dir, "b.yaml"), template)
	outside := t.TempDir()
	write(t, filepath.Join(outside, "a.yaml"), template)
	t.Setenv("PATH", "")
	for in, want := range map[string]string{dir: "git is not installed or not in PATH, so files that git ignores are read too\n", outside: ""} {
		var said strings.Builder
		r := reader(t, in)
		r.Note = func(what string) { said.WriteString(what + "\n") }
		for range 2 {
			if got := places(t, r, "."); !strings.HasSuffix(got, "a.yaml template\nb.yaml template") && in == dir {
				t.Errorf("got %s", got)
			}
		}
		if said.String() != want {
			t.Errorf("said %q", said.String())
		}
	}
}

// Without a repository there are no revisions, and that is what is said.
func TestNoRevisionsWithoutRepository(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(dir))
	r := &source.Reader{Dir: dir}
	defer r.Close()
	if _, err := r.File(trial.Soon(t), "nope", ".saejob.yaml"); err == nil || err.Error() != "the current directory is not in a git repository, so there are no revisions" {
		t.Error(err)
	}
}
