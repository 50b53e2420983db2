package git

import (
	"errors"
	"fmt"
	"strings"

	"saejob/internal/hint"
)

// Errors of git.
var (
	// ErrNoGit: git cannot be started.
	ErrNoGit = errors.New("git is not installed or not in PATH; revisions cannot be read without it")
	// ErrNoRepository: there is none.
	ErrNoRepository = errors.New("the current directory is not in a git repository, so there are no revisions")
)

// gitError returns what git says went wrong, in a line, with what to do about it.
func gitError(stderr []byte, err error) error {
	for line := range strings.Lines(string(stderr)) {
		what, ok := strings.CutPrefix(strings.TrimSpace(line), "fatal: ")
		switch {
		case !ok:
			continue
		case strings.HasPrefix(what, "not a git repository (or any "):
			return ErrNoRepository
		}
		return hint.Add(errors.New("git: "+what), remedy(what, string(stderr)))
	}
	return fmt.Errorf("git: %w", err)
}

// remedy says what to do about what git said went wrong; empty: nobody knows.
func remedy(what, stderr string) string {
	switch {
	case strings.HasPrefix(what, "detected dubious ownership"):
		for line := range strings.Lines(stderr) {
			if line = strings.TrimSpace(line); strings.HasPrefix(line, "git config ") {
				return "the repository belongs to another user; if you trust it: " + line
			}
		}
	case strings.HasPrefix(what, "not a git repository: "):
		return "the file .git names a directory that is not there; git worktree repair, in the main working tree, mends that of a worktree, " +
			"git submodule update --init that of a submodule"
	case strings.HasPrefix(what, "in unpopulated submodule "):
		return "git submodule update --init makes it a repository"
	}
	return ""
}
