package source

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strings"

	"saejob/internal/hint"
	"saejob/internal/text"
)

// treeEntry is what a revision has at a path.
type treeEntry struct{ mode, object, path string }

// irregular returns what an entry is that is not a file; empty: it is one.
func (e treeEntry) irregular() string {
	switch {
	case e.mode == "120000":
		return "a link"
	case !strings.HasPrefix(e.mode, "100"):
		return "a submodule"
	}
	return ""
}

// list returns the files of a revision at a path and below it.
func (g git) list(ctx context.Context, object, name string) ([]treeEntry, error) {
	args := []string{"--literal-pathspecs", "ls-tree", "-z", "-r", "--full-tree", object}
	if name != "" {
		args = append(args, "--", name)
	}
	out, err := g.ask(ctx, args...)
	if err != nil {
		return nil, fmt.Errorf("%w; %s", err, incompleteClone)
	}
	var entries []treeEntry
	for _, line := range strings.Split(strings.TrimSuffix(out, "\x00"), "\x00") {
		about, name, _ := strings.Cut(line, "\t")
		if f := strings.Fields(about); len(f) == 3 {
			entries = append(entries, treeEntry{mode: f[0], object: f[2], path: name})
		}
	}
	return entries, nil
}

const incompleteClone = "if the clone is partial, git fetch --refetch --no-filter gets what is missing"

var hexName = regexp.MustCompile(`^(?:[0-9a-f]{40}|[0-9a-f]{64})$`)

// resolve returns the name of the object that a revision is. Git cannot take it for
// an option or a path.
func (g git) resolve(ctx context.Context, ref string) (string, error) {
	switch {
	case ref == "":
		return "", errors.New("there is no revision before the colon")
	case strings.HasPrefix(ref, "-"):
		return "", errors.New("a revision cannot begin with -")
	case strings.ContainsAny(ref, "\x00\n"):
		return "", errors.New("a revision cannot contain NUL or a line break")
	}
	out, err := g.ask(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", ref+"^{object}")
	object := strings.TrimSuffix(out, "\n")
	var exit *exec.ExitError
	switch {
	case err != nil && !errors.As(err, &exit): // it is not the revision
		return "", err
	case err != nil || !hexName.MatchString(object):
		return "", hint.Add(fmt.Errorf("there is no revision %s in this repository", text.Quote(ref)), g.fetchHint(ctx, ref))
	}
	return object, nil
}
