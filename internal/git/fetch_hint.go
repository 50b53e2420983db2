package git

import (
	"context"
	"regexp"
	"slices"
	"strings"
)

// typable matches names that can be pasted into any shell as they are.
var typable = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9._/-]*$`)

// fetchHint returns how to get a revision that is not there, with all that is before it
// if it must be deep; empty if that is not clear. A clone in CI often has one branch, and
// one commit of it.
func (g in) fetchHint(ctx context.Context, ref string, deep bool) string {
	name, older := ref, false
	if at := strings.IndexAny(ref, "~^@"); at >= 0 {
		name, older = ref[:at], true
	}
	out, _ := g.ask(ctx, "remote")
	remotes := slices.DeleteFunc(strings.Fields(out), func(name string) bool { return !typable.MatchString(name) })
	if !typable.MatchString(name) || len(remotes) == 0 {
		return ""
	}
	depth := ""
	switch shallow := g.isShallow(ctx); {
	case shallow && deep:
		depth = "--unshallow "
	case shallow:
		depth = "--depth=1 "
	}
	remote, branch, _ := strings.Cut(strings.TrimPrefix(name, "refs/remotes/"), "/")
	here := func(name string) bool {
		_, err := g.ask(ctx, "rev-parse", "--verify", "--quiet", name)
		return err == nil
	}
	switch {
	case older && depth != "" && here(name):
		return "the clone is shallow: git fetch --unshallow"
	case older:
		return ""
	case hexName.MatchString(name):
		return "git fetch " + depth + remotes[0] + " " + name
	case slices.Contains(remotes, remote) && branch != "":
		return "git fetch " + depth + remote + " +refs/heads/" + branch + ":refs/remotes/" + remote + "/" + branch
	case here("refs/remotes/" + remotes[0] + "/" + name):
		return "did you mean " + remotes[0] + "/" + name + "?"
	}
	return ""
}

func (g in) isShallow(ctx context.Context) bool {
	out, _ := g.ask(ctx, "rev-parse", "--is-shallow-repository")
	return out == "true\n"
}
