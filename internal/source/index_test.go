package source_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"saejob/internal/source"
	"saejob/internal/trial"
)

// The index is what git add put there: neither what is committed nor what is in the
// working tree. A file in conflict is unread.
func TestIndex(t *testing.T) {
	dir := repository(t, map[string]string{"jobs/a.yaml": template, "jobs/gone.yaml": template, "jobs/deep/b.yaml": template, "c.yaml": template})
	run(t, dir, "switch", "-q", "-c", "side")
	commit(t, dir, map[string]string{"jobs/both.yaml": template + "Memory: 1\n", "c.yaml": template + "Memory: 1\n"})
	run(t, dir, "switch", "-q", "main")
	commit(t, dir, map[string]string{"jobs/both.yaml": template + "Memory: 2\n"})
	merge := exec.CommandContext(trial.Soon(t), "git", "merge", "-q", "side")
	merge.Dir = dir
	if err := merge.Run(); err == nil {
		t.Fatal("there is no conflict")
	}
	write(t, filepath.Join(dir, "jobs/new.yaml"), template)
	write(t, filepath.Join(dir, "jobs/0:x.yaml"), template)
	write(t, filepath.Join(dir, "2:y.yaml"), template)
	run(t, dir, "add", "jobs/new.yaml", "jobs/0:x.yaml", "2:y.yaml")
	run(t, dir, "rm", "-q", "--cached", "jobs/gone.yaml")
	write(t, filepath.Join(dir, "jobs/a.yaml"), "broken: [")
	write(t, filepath.Join(dir, "jobs/untracked.yaml"), template)
	write(t, filepath.Join(dir, "jobs/later.yaml"), template)
	run(t, dir, "add", "--intent-to-add", "jobs/later.yaml")

	const both = ":jobs/both.yaml unread: the file is in conflict; settle it, then git add it"
	const all = ":jobs/0:x.yaml template\n:jobs/a.yaml template\n" + both + "\n:jobs/deep/b.yaml template\n:jobs/later.yaml other: not a template\n:jobs/new.yaml template"
	for _, c := range []struct{ in, spelling, want string }{
		{"", ":jobs", all},
		{"", ":./jobs/", all},
		{"", ":0:jobs", all},
		{"jobs", ":.", all},
		{"jobs", ":", all},
		{"jobs/deep", ":..", all},
		{"", ":", ":0:2:y.yaml template\n:c.yaml template\n" + all},
		{"", ":0:2:y.yaml", ":0:2:y.yaml template"},
		{"", ":jobs/both.yaml", both},
		{"", ":jobs/gone.yaml", `":jobs/gone.yaml": there is no "jobs/gone.yaml" in the index`},
		{"", ":jobs/untracked.yaml", `":jobs/untracked.yaml": there is no "jobs/untracked.yaml" in the index`},
		{"jobs", ":jobs/a.yaml", `":jobs/a.yaml": there is no "jobs/jobs/a.yaml" in the index`},
		{"", ":..", `":..": the path is outside the repository`},
	} {
		if got := whys(t, reader(t, filepath.Join(dir, c.in)), c.spelling); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.in, c.spelling, got, c.want)
		}
	}
}

// What git would take for something else is refused, with what to type.
func TestNoSources(t *testing.T) {
	dir := repository(t, map[string]string{"jobs/a.yaml": template})
	for spelling, want := range map[string]string{
		":1:jobs/a.yaml": "this is one side of a conflict; of the index, only what is settled is read\nhint: git show :1:jobs/a.yaml | saejob lint - reads this side; once it is settled and added, write :jobs/a.yaml",
		":3:$(reboot)":   "this is one side of a conflict; of the index, only what is settled is read\nhint: git show :3:PATH | saejob lint - reads this side; once it is settled and added, write :PATH",
		":/fix":          "this is the message of a commit or an absolute path, not a path in the index\nhint: write the path without the leading /; name a commit by its id, as in HEAD:jobs",
		":(top)jobs":     "this is a pattern of git, not a path\nhint: write the path as it is, as in :jobs; for a name that begins with (, write :./ before it",
		"main...dev:jobs": "\"main...dev\" is a range, not a revision\n" +
			"hint: git merge-base main dev prints the revision to name; main... is the merge base of main and HEAD",
		"main..dev:jobs":   "\"main..dev\" is a range, not a revision\nhint: name one of them; to compare both, write saejob diff main:PATH dev:PATH",
		"main..:jobs":      "\"main..\" is a range, not a revision\nhint: name one revision; to compare two, write saejob diff A:PATH B:PATH",
		"...main:jobs":     "\"...main\" is a range, not a revision\nhint: write main... for the merge base of main and HEAD",
		"...:jobs":         "\"...\" is a range, not a revision\nhint: write a revision before the dots: main... is the merge base of main and HEAD",
		"$(reboot)..:jobs": "\"$(reboot)..\" is a range, not a revision\nhint: name one revision; to compare two, write saejob diff A:PATH B:PATH",
	} {
		// The shell's words are those of who typed them; a hint repeats none.
		if got := places(t, reader(t, dir), spelling); got != quoted(spelling)+": "+want {
			t.Errorf("%s\n got %s\nwant %s", spelling, got, want)
		}
	}
	if got := places(t, reader(t, dir), "main^{/a..b}:jobs"); got != `"main^{/a..b}:jobs": there is no revision "main^{/a..b}" in this repository` {
		t.Error(got)
	}
	if got := places(t, reader(t, dir), "main^{/a}:jobs"); got != "main^{/a}:jobs/a.yaml template" {
		t.Error(got)
	}
}

func quoted(s string) string { return `"` + s + `"` }

// In a hook the index is the one that git made for the commit; that of a hook of
// another repository is not.
func TestIndexOfAHook(t *testing.T) {
	other := repository(t, map[string]string{"jobs/theirs.yaml": template})
	dir := repository(t, map[string]string{"jobs/a.yaml": template})
	worktree := filepath.Join(t.TempDir(), "worktree")
	run(t, dir, "worktree", "add", "-q", worktree)
	for _, at := range []string{dir, worktree} {
		git := run(t, at, "rev-parse", "--absolute-git-dir")
		hooked := filepath.Join(git, "next-index-1.lock")
		t.Setenv("GIT_INDEX_FILE", hooked)
		run(t, at, "read-tree", "HEAD")
		write(t, filepath.Join(at, "jobs/b.yaml"), template)
		run(t, at, "add", "jobs/b.yaml")
		own := filepath.Join(t.TempDir(), "index")
		copyFile(t, hooked, own)
		const hooks, plain = ":jobs/a.yaml template\n:jobs/b.yaml template", ":jobs/a.yaml template"
		for _, c := range []struct{ index, gitDir, want string }{
			{"", "", plain},
			{hooked, "", hooks},
			{hooked, git, hooks},
			{own, "", hooks},
			{own, filepath.Join(other, ".git"), plain},
			{filepath.Join(other, ".git", "index"), "", plain},
			{filepath.Join(other, ".git", "index"), filepath.Join(other, ".git"), plain},
			{".git/index", "", plain},
		} {
			if at == worktree && c.index == ".git/index" {
				continue // there is no such directory
			}
			t.Setenv("GIT_INDEX_FILE", c.index)
			t.Setenv("GIT_DIR", c.gitDir)
			if c.gitDir == "" {
				os.Unsetenv("GIT_DIR")
			}
			for _, from := range []string{at, filepath.Join(at, "jobs")} {
				r := &source.Reader{Dir: from}
				spelling := map[bool]string{true: ":jobs", false: ":"}[from == at]
				if got := places(t, r, spelling); got != c.want {
					t.Errorf("index %s, git directory %s: got %s", c.index, c.gitDir, got)
				}
				r.Close()
			}
		}
		os.Unsetenv("GIT_DIR")
		os.Unsetenv("GIT_INDEX_FILE")
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	write(t, to, string(content))
}
