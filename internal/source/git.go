package source

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// ignoredByGit says which of the files below dir git ignores. Without git, or
// outside of a repository, it is none.
func ignoredByGit(dir string, files []string) map[string]bool {
	if len(files) == 0 {
		return nil
	}
	var names bytes.Buffer
	for _, file := range files {
		rel, err := filepath.Rel(dir, file)
		if err != nil {
			return nil
		}
		names.WriteString(rel + "\x00")
	}
	git := exec.Command("git", "-c", "core.fsmonitor=false", "check-ignore", "-z", "--stdin")
	git.Dir = dir
	git.Stdin = &names
	git.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0")
	out, err := git.Output()
	if err != nil {
		return nil // 1: none is ignored; else there is nobody to ask
	}
	ignored := map[string]bool{}
	for _, rel := range strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		ignored[filepath.Join(dir, rel)] = true
	}
	return ignored
}
