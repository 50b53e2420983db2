package source

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"saejob/internal/git"
	"saejob/internal/hint"
	"saejob/internal/job"
	"saejob/internal/text"
)

// revision returns the snapshot of REF:PATH, or of :PATH, the index. Its templates are
// found as those of a directory are, but what git ignores counts once it is committed
// or added. Submodules are not followed.
func (r *Reader) revision(ctx context.Context, spelling string) (job.Snapshot, error) {
	s, err := r.inTree(ctx, spelling)
	if err != nil {
		return job.Snapshot{}, fmt.Errorf("%s: %w", text.Quote(spelling), err)
	}
	return s, nil
}

func (r *Reader) inTree(ctx context.Context, spelling string) (job.Snapshot, error) {
	ref, name := git.SplitRevision(spelling)
	s := job.Snapshot{Name: spelling, World: ref + ":"}
	prefix, err := r.git().Prefix(ctx)
	switch {
	case errors.Is(err, git.ErrNoGit), errors.Is(err, git.ErrNoRepository):
		return s, hint.Add(err, "to name a path with a colon, write ./"+spelling)
	case err != nil:
		return s, err
	}
	if err := git.CheckSpelling(ref, name); err != nil {
		return s, err
	}
	if name, err = within(prefix, name); err != nil {
		return s, err
	}
	t, err := r.git().Tree(ctx, ref)
	if err != nil {
		return s, err
	}
	entries, single, err := t.At(ctx, name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && prefix != "":
		return s, hint.Add(err, "paths start from the current directory, "+text.Word(strings.TrimSuffix(prefix, "/"))+" in the repository")
	case err != nil:
		return s, err
	case single && entries[0].IsSubmodule():
		return s, errors.New("it is a submodule, which is not followed")
	case single:
		s.Single = true
		s.Refs = []job.Ref{blobRef(ctx, t, entries[0], false)}
		return s, nil
	}
	s.Dir = git.Join(ref, name)
	for _, e := range entries {
		if hasExtension(e.Path) && !hidden(strings.TrimPrefix(e.Path, name)) {
			s.Refs = append(s.Refs, blobRef(ctx, t, e, true))
		}
	}
	return s, nil
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

// blobRef returns the reference of a file in a tree.
func blobRef(ctx context.Context, t *git.Tree, e git.Entry, found bool) job.Ref {
	return job.Ref{Place: git.Join(t.Ref, e.Path), Committed: e.Path, Open: func() (job.Document, error) {
		if e.IsSubmodule() {
			return job.Document{}, fmt.Errorf("a submodule, which is not followed; %w", job.ErrNotTemplate)
		}
		file := e
		if e.IsLink() {
			target, ok, err := t.Target(ctx, e)
			switch {
			case err != nil:
				return job.Document{}, err
			case !ok:
				return job.Document{}, errDirectory
			}
			file = target
		}
		content, err := t.Content(ctx, file, job.MaxBytes)
		if err != nil {
			return job.Document{}, err
		}
		return document(content, found)
	}}
}
