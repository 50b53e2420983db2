package source

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"saejob/internal/job"
)

// revision gives the snapshot of REF:PATH. Its templates are told as those of a
// directory are, but that what git ignores counts once it is committed. Links and
// submodules are not followed: a link is no template.
func (r *Reader) revision(ctx context.Context, text string) (job.Snapshot, error) {
	s, err := r.tree(ctx, text)
	if err != nil {
		return job.Snapshot{}, fmt.Errorf("%s: %w", job.Quote(text), err)
	}
	return s, nil
}

func (r *Reader) tree(ctx context.Context, text string) (job.Snapshot, error) {
	ref, name, _ := strings.Cut(text, ":")
	s := job.Snapshot{Name: text}
	g := git{r.Dir}
	prefix, err := g.ask(ctx, "rev-parse", "--show-prefix")
	if err != nil {
		return s, fmt.Errorf("%w; a path with a colon is written ./%s", err, text)
	}
	name, err = within(strings.TrimSuffix(prefix, "\n"), name)
	if err != nil {
		return s, err
	}
	object, err := g.resolve(ctx, ref)
	if err != nil {
		return s, err
	}
	entries, err := g.list(ctx, object, name)
	if err != nil {
		return s, err
	}
	switch {
	case len(entries) == 0 && name != "":
		return s, fmt.Errorf("there is no %s in that revision", job.Quote(name))
	case len(entries) == 1 && entries[0].path == name:
		if what := entries[0].irregular(); what != "" {
			return s, fmt.Errorf("it is %s, which is not followed", what)
		}
		s.Single = true
		s.Refs = []job.Ref{r.blobRef(ctx, ref, entries[0], false)}
		return s, nil
	}
	s.Dir = ref + ":" + name
	for _, e := range entries {
		if hasExtension(e.path) && !hidden(strings.TrimPrefix(e.path, name)) {
			s.Refs = append(s.Refs, r.blobRef(ctx, ref, e, true))
		}
	}
	return s, nil
}

// within gives a path in a revision, which starts from the current directory, as
// seen from the repository's root; prefix is the current directory.
func within(prefix, name string) (string, error) {
	name = filepath.ToSlash(name)
	if path.IsAbs(name) || filepath.IsAbs(name) {
		return "", errors.New("a path in a revision starts from the current directory; write it without / before it")
	}
	switch full := path.Join(prefix, name); {
	case full == ".." || strings.HasPrefix(full, "../"):
		return "", errors.New("the path leads out of the repository")
	case full != ".":
		return full, nil
	}
	return "", nil // the root
}

// hidden says whether a name on the path begins with a dot.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
}

// blobRef gives the reference of a file in a revision.
func (r *Reader) blobRef(ctx context.Context, ref string, e treeEntry, found bool) job.Ref {
	return job.Ref{Place: ref + ":" + e.path, Open: func() (job.Document, error) {
		if e.irregular() != "" {
			return job.Document{}, job.ErrNotTemplate
		}
		text, err := r.blobs.read(ctx, git{r.Dir}, e.object)
		if err != nil {
			return job.Document{}, err
		}
		return document(text, found)
	}}
}

// treeEntry is what a revision has at a path.
type treeEntry struct{ mode, object, path string }

// irregular says what an entry is that is no file.
func (e treeEntry) irregular() string {
	switch {
	case e.mode == "120000":
		return "a link"
	case !strings.HasPrefix(e.mode, "100"):
		return "a submodule"
	}
	return ""
}

// list gives what an object that has a tree holds at a path and below.
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

const incompleteClone = "if the clone is partial, git fetch --refetch --no-filter brings what it lacks"

var hexName = regexp.MustCompile(`^(?:[0-9a-f]{40}|[0-9a-f]{64})$`)

// resolve gives the name of the object that a revision is. Git takes it for
// nothing but a revision.
func (g git) resolve(ctx context.Context, ref string) (string, error) {
	switch {
	case ref == "":
		return "", errors.New("no revision stands before the colon")
	case strings.HasPrefix(ref, "-"):
		return "", errors.New("no revision begins with -")
	case strings.ContainsAny(ref, "\x00\n"):
		return "", errors.New("no revision has that in its name")
	}
	out, err := g.ask(ctx, "rev-parse", "--verify", "--quiet", "--end-of-options", ref+"^{object}")
	object := strings.TrimSuffix(out, "\n")
	switch {
	case errors.Is(err, errNoGit), ctx.Err() != nil:
		return "", err
	case err != nil || !hexName.MatchString(object):
		return "", fmt.Errorf("there is no revision %s in this repository%s", job.Quote(ref), g.remedy(ctx, ref))
	}
	return object, nil
}
