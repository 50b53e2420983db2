package source_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"saejob/internal/trial"
)

// TestHostileRepository: nothing that a repository holds has a command run, while
// its revisions, its work tree and what changed are read.
func TestHostileRepository(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the traps are shell scripts")
	}
	dir, ran := trapped(t)
	if err := os.RemoveAll(ran); err != nil {
		t.Fatal(err)
	}
	r := reader(t, dir)
	for _, text := range []string{"main:", "main:jobs", "main:jobs/a.yaml", "origin/main:jobs", "nope:jobs", "origin/nope:jobs", "jobs", "."} {
		s, err := r.Open(trial.Soon(t), text)
		if err != nil {
			continue
		}
		for _, ref := range s.Refs {
			outcome(ref)
		}
	}
	if text, err := os.ReadFile(ran); err == nil {
		t.Errorf("these ran: %s", text)
	}
}

// TestGitsVariables: whatever git is asked for, it takes no lock, fetches nothing, and
// asks nobody.
func TestGitsVariables(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the git of this test is a shell script")
	}
	dir := repository(t, map[string]string{"jobs/a.yaml": template})
	path, err := exec.LookPath("git")
	if err != nil {
		t.Fatal(err)
	}
	bin, log := t.TempDir(), filepath.Join(t.TempDir(), "log")
	write(t, filepath.Join(bin, "git"), fmt.Sprintf("#!/bin/sh\n"+
		"echo \"locks=$GIT_OPTIONAL_LOCKS prompt=$GIT_TERMINAL_PROMPT lazy=$GIT_NO_LAZY_FETCH allow=$GIT_ALLOW_PROTOCOL lc=$LC_ALL $*\" >>'%s'\n"+
		"exec '%s' \"$@\"\n", log, path))
	if err := os.Chmod(filepath.Join(bin, "git"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	r := reader(t, dir)
	for _, text := range []string{"main:jobs/a.yaml", "jobs", "nope:"} {
		if s, err := r.Open(trial.Soon(t), text); err == nil {
			outcome(s.Refs[0])
		}
	}
	said, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range []string{"rev-parse", "ls-tree", "cat-file", "check-ignore", "remote"} {
		if !strings.Contains(string(said), " "+command) {
			t.Errorf("git %s was not called:\n%s", command, said)
		}
	}
	for line := range strings.Lines(string(said)) {
		if !strings.HasPrefix(line, "locks=0 prompt=0 lazy=1 allow=none lc=C --no-pager -c core.fsmonitor=false -c core.hooksPath=/dev/null ") {
			t.Error(line)
		}
	}
}

// TestIgnoredNames: a file is asked for as it is called, were it a pattern of git's.
func TestIgnoredNames(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("such names are not allowed")
	}
	dir := repository(t, map[string]string{".gitignore": "ignored.yaml\n"})
	for _, name := range []string{":a.yaml", ":(glob)*.yaml", ":!b.yaml", "-c.yaml", "*.yaml", "ignored.yaml"} {
		write(t, filepath.Join(dir, name), template)
	}
	got := places(t, reader(t, dir), ".")
	const want = "*.yaml template\n-c.yaml template\n:!b.yaml template\n:(glob)*.yaml template\n:a.yaml template"
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

// TestTraps: the traps work on who is careless.
func TestTraps(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the traps are shell scripts")
	}
	dir, ran := trapped(t)
	for _, call := range []string{
		"status", "diff HEAD", "show --textconv HEAD:jobs/a.yaml", "cat-file --textconv HEAD:jobs/a.yaml",
		"cat-file --filters HEAD:jobs/a.yaml", "checkout --force other", "update-ref refs/heads/x HEAD",
		"cat-file -p origin/main:jobs/gone.yaml",
	} {
		cmd := exec.CommandContext(trial.Soon(t), "git", strings.Fields(call)...)
		cmd.Dir = dir
		cmd.Run() // most fail: the traps do nothing of what they should
	}
	text, err := os.ReadFile(ran)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"fsmonitor", "textconv", "command", "clean", "smudge", "hook", "uploadpack"} {
		if !strings.Contains(string(text), name) {
			t.Errorf("the trap %s does not work:\n%s", name, text)
		}
	}
}

// trapped makes a repository that has a command run wherever git lets one, and
// returns the file that these commands write to.
func trapped(t *testing.T) (dir, ran string) {
	t.Helper()
	origin := repository(t, map[string]string{"jobs/a.yaml": template, "jobs/gone.yaml": template + "Memory: 1\n"})
	run(t, origin, "config", "uploadpack.allowFilter", "true")
	dir = filepath.Join(t.TempDir(), "clone")
	run(t, filepath.Dir(dir), "clone", "-q", "--no-checkout", "--filter=blob:none", "file://"+origin, dir)
	commit(t, dir, map[string]string{
		"jobs/a.yaml": template + "Memory: 2\n", "jobs/b.yaml": template,
		".gitattributes": "*.yaml filter=evil diff=evil merge=evil\n", ".gitignore": "ignored\n",
	})
	run(t, dir, "branch", "other")
	commit(t, dir, map[string]string{"jobs/a.yaml": template + "Memory: 3\n"})

	ran = filepath.Join(t.TempDir(), "ran")
	trap := func(name string) string {
		file := filepath.Join(dir, ".git", "trap-"+name)
		write(t, file, fmt.Sprintf("#!/bin/sh\necho %s >>'%s'\nexit 1\n", name, ran))
		if err := os.Chmod(file, 0o755); err != nil {
			t.Fatal(err)
		}
		return file
	}
	for key, name := range map[string]string{
		"core.fsmonitor": "fsmonitor", "core.pager": "pager", "core.sshCommand": "ssh", "core.editor": "editor", "core.alternateRefsCommand": "alternates",
		"diff.external": "external", "diff.evil.textconv": "textconv", "diff.evil.command": "command", "filter.evil.clean": "clean", "filter.evil.smudge": "smudge",
		"merge.evil.driver": "merge", "gpg.program": "gpg", "credential.helper": "credential", "remote.origin.uploadpack": "uploadpack",
	} {
		run(t, dir, "config", key, trap(name))
	}
	for _, name := range []string{"cat-file", "ls-tree", "rev-parse", "check-ignore", "remote"} {
		run(t, dir, "config", "alias."+name, "!"+trap("alias"))
	}
	for _, key := range []string{"cat-file", "ls-tree", "rev-parse", "check-ignore"} {
		run(t, dir, "config", "pager."+key, trap("pager"))
	}
	for _, hook := range []string{"post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc"} {
		if err := os.Rename(trap("hook"), filepath.Join(dir, ".git", "hooks", hook)); err != nil {
			t.Fatal(err)
		}
	}
	// An index that is stale, so that who looks at it looks at the files.
	write(t, filepath.Join(dir, "jobs", "a.yaml"), template+"Memory: 4\n")
	return dir, ran
}
