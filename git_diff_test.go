package main

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"saejob/internal/trial"
)

// TestGitHidesNoDifference: with the printed setup in force, git itself shows each file
// that changed, in git diff, git log -p and git show: a value, a comment, a secret, and
// what is not in normal form or broken.
func TestGitHidesNoDifference(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	git := func(args ...string) string {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.autocrlf=false"}, args...)...)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("git %s: %v\n%s", args, err, out)
		}
		return string(out)
	}
	git("init", "-q", "-b", "main")
	write(t, filepath.Join(dir, ".gitattributes"), "*.yaml diff=saejob\n")
	t.Chdir(dir)
	if out, status := try(t, "git", "key"); status != 0 {
		t.Fatal(out)
	}
	git("config", "diff.saejob.textconv", "saejob git textconv")

	before := map[string]string{}
	for i := range trial.Cases(500, 20) {
		name := fmt.Sprintf("%d.yaml", i)
		before[name] = ofGit(random)
		write(t, filepath.Join(dir, name), before[name])
	}
	git("add", ".")
	git("commit", "-q", "-m", "before")
	changed := map[string]string{}
	for name, text := range before {
		if now := edited(random, text); now != text {
			changed[name] = now
			write(t, filepath.Join(dir, name), now)
		}
	}
	shown := map[string]string{"git diff": git("diff")}
	git("commit", "-q", "-a", "-m", "after")
	shown["git log -p"] = git("log", "-p", "-1")
	shown["git show"] = git("show")
	for how, text := range shown {
		seen := map[string]bool{}
		for _, part := range strings.Split(text, "diff --git ")[1:] {
			name := part[len("a/"):strings.Index(part, " b/")]
			seen[name] = strings.Contains(part, "\n@@ ")
		}
		for name, now := range changed {
			if !seen[name] {
				t.Errorf("%s shows no change of\n%s\nto\n%s", how, before[name], now)
			}
		}
		if strings.Contains(text, "kanari") {
			t.Errorf("%s shows a secret", how)
		}
	}
}

// ofGit returns a file, in normal form or not, or broken.
func ofGit(r *rand.Rand) string {
	text := fmt.Sprintf("# owner %d\nAppName: a%d # trail\nCommand: \"mysql --password=kanari%d\"\nOssAkSecret: kanari%d\nEnvs:\n  - name: MODE\n    value: fast\n  - name: DB_PASSWORD\n    value: kanari%d\nCpu: %d\nMemory: 1024\n",
		r.IntN(9), r.IntN(9), r.IntN(9), r.IntN(9), r.IntN(9), r.IntN(9))
	for range r.IntN(3) {
		text = edited(r, text)
	}
	return text
}

// edited returns a file with a change that is more than blank lines.
func edited(r *rand.Rand, text string) string {
	lines := strings.SplitAfter(text, "\n")
	i := r.IntN(len(lines))
	switch r.IntN(9) {
	case 0:
		return strings.Replace(text, "kanari", fmt.Sprintf("kanari%d", r.IntN(99)), 1)
	case 1:
		return strings.Replace(text, "owner", fmt.Sprintf("owner %d", r.IntN(99)), 1)
	case 2:
		lines[i] = "# a comment\n" + lines[i]
	case 3:
		lines[i] = "AppDescription: 2020-01-01\n" + lines[i]
	case 4:
		lines[i] = "<<<<<<< kanari\n" + lines[i]
	case 5:
		lines[i] = strings.Replace(lines[i], ": ", ":  ", 1)
	case 6:
		lines[i] = "\tx: [\n" + lines[i]
	case 7:
		return text + "Timeout: \xff\n"
	case 8:
		return strings.Replace(text, "Cpu: ", "Cpu: 1", 1)
	}
	return strings.Join(lines, "")
}
