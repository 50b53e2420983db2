package git

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
)

// in is a directory that git is asked in.
type in struct{ dir string }

// command returns a call of git that only reads. Attributes are never asked for, so no
// filter and no textconv is run; what a partial clone lacks is not fetched.
func (g in) command(ctx context.Context, args ...string) *exec.Cmd {
	safe := []string{"--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull}
	cmd := exec.CommandContext(ctx, "git", append(safe, args...)...)
	cmd.Dir = g.dir
	cmd.Env = append(g.environment(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0",
		"GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", // the second is for a git that does not know the first
		"GIT_LITERAL_PATHSPECS=0", "GIT_GLOB_PATHSPECS=0", "GIT_NOGLOB_PATHSPECS=0", "GIT_ICASE_PATHSPECS=0")
	return cmd
}

// ask runs git and returns what it prints. The error is [ErrNoGit], [ErrNoRepository]
// or what git says went wrong; an [exec.ExitError] where git says nothing.
func (g in) ask(ctx context.Context, args ...string) (string, error) {
	return g.tell(ctx, nil, args...)
}

// tell is ask with something to read for git.
func (g in) tell(ctx context.Context, in io.Reader, args ...string) (string, error) {
	cmd := g.command(ctx, args...)
	cmd.Stdin = in
	return output(ctx, cmd)
}

// output runs git and returns what it prints.
func output(ctx context.Context, cmd *exec.Cmd) (string, error) {
	out, err := cmd.Output()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return string(out), nil
	case ctx.Err() != nil:
		return "", ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return "", ErrNoGit
	case errors.As(err, &exit):
		return "", gitError(exit.Stderr, err)
	}
	return "", fmt.Errorf("git: %w", err)
}
