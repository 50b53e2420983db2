package source

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"saejob/internal/git"
	"saejob/internal/hint"
	"saejob/internal/job"
	"saejob/internal/text"
)

// found is a file that may be a template; with an error, a directory that cannot be
// read, so that it may hold some.
type found struct {
	path string
	// link: the file is a link.
	link bool
	err  error
}

// walk lists what is below a directory that may be templates, in order: not what is
// hidden, and not what git ignores. Without git, that is listed too, and the error is
// [git.ErrNoGit].
func walk(ctx context.Context, dir string) ([]found, error) {
	var all []found
	dir = filepath.Clean(dir) + string(filepath.Separator) // a link that was named is followed
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil && path == dir:
			return err
		case err != nil:
			all = append(all, found{path: path, err: fmt.Errorf("the directory cannot be read: %w", text.Cause(err))})
			return fs.SkipDir
		case path != dir && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir() && mayBeTemplate(path, entry):
			all = append(all, found{path: path, link: entry.Type()&fs.ModeSymlink != 0})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return withoutIgnored(ctx, filepath.Clean(dir), all)
}

// withoutIgnored removes what git ignores. Where git cannot tell for a repository
// within, that is one directory that cannot be read. Without git nothing is removed, and
// the error is [git.ErrNoGit].
func withoutIgnored(ctx context.Context, dir string, all []found) ([]found, error) {
	i := git.NewIgnored(dir)
	for _, f := range all {
		i.Add(f.path)
	}
	if err := i.Ask(ctx); err != nil {
		return all, err
	}
	told := map[string]bool{}
	var kept []found
	for _, f := range all {
		root, err := i.Failed(f.path)
		switch {
		case i.Has(f.path):
		case err == nil:
			kept = append(kept, f)
		case !told[root]:
			told[root] = true
			kept = append(kept, found{path: root, err: notKnown(err)})
		}
	}
	return slices.Clip(kept), nil
}

// notKnown says why git cannot tell what is ignored in a repository, and what to do. Of
// one that is unread, a report shows no more than the error.
func notKnown(err error) error {
	if what := hint.Of(err); what != "" {
		err = fmt.Errorf("%w (%s)", err, what)
	}
	return fmt.Errorf("what is ignored in it is not known: %w", err)
}

// hasExtension reports whether a file's name is one that templates have.
func hasExtension(name string) bool { return job.IsYAML(name) || job.IsJSON(name) }

func mayBeTemplate(path string, entry fs.DirEntry) bool {
	if !hasExtension(path) {
		return false
	}
	return entry.Type().IsRegular() || entry.Type()&fs.ModeSymlink != 0
}
