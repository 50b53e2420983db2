package source

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"saejob/internal/hint"
	"saejob/internal/job"
	"saejob/internal/text"
)

// revision returns the snapshot of REF:PATH. Its templates are found as those of a
// directory are, but what git ignores counts once it is committed. Links and
// submodules are not followed: a link is not a template.
func (r *Reader) revision(ctx context.Context, spelling string) (job.Snapshot, error) {
	s, err := r.tree(ctx, spelling)
	if err != nil {
		return job.Snapshot{}, fmt.Errorf("%s: %w", text.Quote(spelling), err)
	}
	return s, nil
}

func (r *Reader) tree(ctx context.Context, spelling string) (job.Snapshot, error) {
	ref, name := SplitRevision(spelling)
	s := job.Snapshot{Name: spelling, World: ref}
	g := git{r.Dir}
	prefix, err := g.ask(ctx, "rev-parse", "--show-prefix")
	switch {
	case errors.Is(err, errNoGit), errors.Is(err, errNoRepository):
		return s, hint.Add(err, "to name a path with a colon, write ./"+spelling)
	case err != nil:
		return s, err
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
		return s, noPath(name)
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

// SplitRevision splits REF:PATH. A colon in braces is part of the revision:
// HEAD@{12:30}.
func SplitRevision(spelling string) (ref, name string) {
	depth := 0
	for i, c := range spelling {
		switch {
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == ':' && depth == 0:
			return spelling[:i], spelling[i+1:]
		}
	}
	ref, name, _ = strings.Cut(spelling, ":")
	return ref, name
}

// within returns a path in a revision, which is relative to the current directory,
// from the repository's root; prefix is the current directory.
func within(prefix, name string) (string, error) {
	name = filepath.ToSlash(name)
	if path.IsAbs(name) || filepath.IsAbs(name) {
		return "", hint.Add(errors.New("a path in a revision is relative to the current directory"), "write it without the leading /")
	}
	switch full := path.Join(prefix, name); {
	case full == ".." || strings.HasPrefix(full, "../"):
		return "", errors.New("the path is outside the repository")
	case full != ".":
		return full, nil
	}
	return "", nil // the root
}

// hidden reports whether a name on the path begins with a dot.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") || strings.Contains(name, "/.")
}

// blobRef returns the reference of a file in a revision.
func (r *Reader) blobRef(ctx context.Context, ref string, e treeEntry, found bool) job.Ref {
	return job.Ref{Place: ref + ":" + e.path, Open: func() (job.Document, error) {
		if what := e.irregular(); what != "" {
			return job.Document{}, fmt.Errorf("%s, which is not followed; %w", what, job.ErrNotTemplate)
		}
		content, err := r.blobs.read(ctx, git{r.Dir}, e.object)
		if err != nil {
			return job.Document{}, err
		}
		return document(content, found)
	}}
}
