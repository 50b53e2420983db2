package git

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

var hexName = regexp.MustCompile(`^(?:[0-9a-f]{40}|[0-9a-f]{64})$`)

// resolve returns the name of the object that a revision is; of REF..., that of the
// merge base of REF and HEAD. Git cannot take it for an option or a path.
func (g in) resolve(ctx context.Context, ref string) (string, error) {
	if err := checkRevision(ref); err != nil {
		return "", err
	}
	if tip, ok := strings.CutSuffix(ref, mergeBase); ok {
		return g.mergeBase(ctx, tip)
	}
	return g.object(ctx, ref, "object", false)
}

// object returns the name of the object of a type that a revision is. If what is before
// it is needed too, it is deep.
func (g in) object(ctx context.Context, ref, kind string, deep bool) (string, error) {
	out, err := g.ask(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", ref+"^{"+kind+"}")
	object := strings.TrimSuffix(out, "\n")
	var exit *exec.ExitError
	switch {
	case err != nil && !errors.As(err, &exit): // it is not the revision
		return "", err
	case err != nil || !hexName.MatchString(object):
		return "", hint.Add(fmt.Errorf("there is no revision %s in this repository", text.Quote(ref)), g.fetchHint(ctx, ref, deep))
	}
	return object, nil
}

// mergeBase returns the merge base of a revision and HEAD.
func (g in) mergeBase(ctx context.Context, ref string) (string, error) {
	tip, err := g.object(ctx, ref, "commit", true)
	if err != nil {
		return "", err
	}
	out, err := g.ask(ctx, "merge-base", tip, "HEAD")
	base := strings.TrimSuffix(out, "\n")
	var exit *exec.ExitError
	switch {
	case err != nil && !errors.As(err, &exit):
		return "", err
	case err == nil && hexName.MatchString(base):
		return base, nil
	}
	what := fmt.Errorf("%s and HEAD have no merge base in this repository", text.Quote(ref))
	if g.isShallow(ctx) {
		return "", hint.Add(what, "the clone is shallow: git fetch --unshallow gets the rest (in GitHub Actions: fetch-depth: 0; in GitLab CI: GIT_DEPTH: 0)")
	}
	return "", hint.Add(what, "their histories have nothing in common; name the revision itself: "+typed(ref, "REF"))
}
