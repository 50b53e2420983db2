package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// git asks git about the repository of a directory. What comes with a repository
// is not trusted: nothing in it can have a command run or the network used.
type git struct{ dir string }

// command returns a call of git that only reads. Attributes are never asked for, so no
// filter and no textconv is run; what a partial clone lacks is not fetched.
func (g git) command(ctx context.Context, args ...string) *exec.Cmd {
	safe := []string{"--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull}
	cmd := exec.CommandContext(ctx, "git", append(safe, args...)...)
	cmd.Dir = g.dir
	cmd.Env = append(g.environment(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
		"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none") // the second is for a git that does not know the first
	return cmd
}

// elsewhere are the variables that tell git of another repository than the one the
// directory is in, as hooks and aliases have them: those of git rev-parse
// --local-env-vars without what is configuration, which git hands on to submodules too.
var elsewhere = []string{
	"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG", "GIT_OBJECT_DIRECTORY", "GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE",
	"GIT_GRAFT_FILE", "GIT_INDEX_FILE", "GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_PREFIX", "GIT_SHALLOW_FILE",
	"GIT_COMMON_DIR", "GIT_INTERNAL_SUPER_PREFIX", "GIT_REF_FORMAT", "GIT_REFERENCE_BACKEND",
}

// environment returns the variables that git runs with: where a repository is found by
// walking up, without those that name another.
func (g git) environment() []string {
	base, err := newBase(g.dir)
	if err != nil || base.root == "" {
		return os.Environ()
	}
	return slices.DeleteFunc(os.Environ(), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return slices.Contains(elsewhere, name)
	})
}

// ask runs git and returns what it prints. The error is [errNoGit] or what git says
// went wrong.
func (g git) ask(ctx context.Context, args ...string) (string, error) {
	cmd := g.command(ctx, args...)
	out, err := cmd.Output()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return string(out), nil
	case ctx.Err() != nil:
		return "", ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return "", errNoGit
	case errors.As(err, &exit):
		return "", gitError(exit.Stderr, err)
	}
	return "", fmt.Errorf("git: %w", err)
}

var errNoGit = errors.New("git is not installed or not in PATH; revisions cannot be read without it")

// gitError returns what git says went wrong, in a line.
func gitError(stderr []byte, err error) error {
	for line := range strings.Lines(string(stderr)) {
		if what, ok := strings.CutPrefix(strings.TrimSpace(line), "fatal: "); ok {
			return errors.New("git: " + what)
		}
	}
	return fmt.Errorf("git: %w", err)
}

// ignored returns which of the files below the directory git ignores: none without
// git or outside of a repository.
func (g git) ignored(ctx context.Context, files []string) map[string]bool {
	if len(files) == 0 {
		return nil
	}
	var names bytes.Buffer
	for _, file := range files {
		rel, err := filepath.Rel(g.dir, file)
		if err != nil {
			return nil
		}
		names.WriteString("./" + rel + "\x00") // a name that begins with ":" would be a pattern
	}
	cmd := g.command(ctx, "check-ignore", "-z", "--stdin")
	cmd.Stdin = &names
	out, err := cmd.Output()
	if err != nil {
		return nil // exit status 1: none is ignored; otherwise git cannot tell
	}
	ignored := map[string]bool{}
	for _, rel := range strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		ignored[filepath.Join(g.dir, rel)] = true
	}
	return ignored
}
