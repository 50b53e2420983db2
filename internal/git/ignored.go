package git

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// Ignored asks git which files below a directory are ignored. Git does not look into
// a repository within another, be it a submodule or not: each file is asked about in
// the innermost repository that it is in, and each such repository in the one around.
type Ignored struct {
	dir string
	// roots are the roots of the repositories, by the directories in them. The
	// directory itself stands for the repository that it is in.
	roots map[string]string
	// asked are the paths that each repository is asked about.
	asked   map[string][]string
	ignored map[string]bool
	// errs say why git cannot tell for a repository within.
	errs map[string]error
}

// NewIgnored returns what asks about a directory.
func NewIgnored(dir string) *Ignored {
	return &Ignored{dir: dir, roots: map[string]string{dir: dir}, asked: map[string][]string{}, ignored: map[string]bool{}, errs: map[string]error{}}
}

// Add has a path asked about.
func (i *Ignored) Add(path string) {
	root := i.root(filepath.Dir(path))
	i.asked[root] = append(i.asked[root], path)
}

// root returns the root of the repository that a directory is in.
func (i *Ignored) root(dir string) string {
	root, known := i.roots[dir]
	if known {
		return root
	}
	if root = i.root(filepath.Dir(dir)); IsRoot(dir) {
		i.asked[root] = append(i.asked[root], dir)
		root = dir
	}
	i.roots[dir] = root
	return root
}

// Ask asks git. The error says why it cannot tell for the directory itself.
func (i *Ignored) Ask(ctx context.Context) error {
	for root, paths := range i.asked {
		ignored, err := in{root}.ignored(ctx, paths)
		switch {
		case err == nil:
		case root == i.dir, ctx.Err() != nil, errors.Is(err, ErrNoGit):
			return err
		default:
			i.errs[root] = err
		}
		for _, path := range ignored {
			i.ignored[path] = true
		}
	}
	return nil
}

// Has reports whether git ignores a path, or a repository that it is in.
func (i *Ignored) Has(path string) bool {
	if i.ignored[path] {
		return true
	}
	root := i.root(filepath.Dir(path))
	return root != i.dir && i.Has(root)
}

// Failed returns the innermost repository that a path is in, and why git cannot tell
// for it.
func (i *Ignored) Failed(path string) (root string, err error) {
	root = i.root(filepath.Dir(path))
	return root, i.errs[root]
}

// ignored returns which of the paths below the directory git ignores: none outside of a
// repository.
func (g in) ignored(ctx context.Context, paths []string) ([]string, error) {
	ignored, err := g.checkIgnore(ctx, paths)
	if err != nil && strings.Contains(err.Error(), " is in submodule ") {
		// A submodule without its repository: nobody can tell what is ignored in it.
		modules, err := g.submodules(ctx)
		if err != nil {
			return nil, err
		}
		return g.checkIgnore(ctx, slices.DeleteFunc(slices.Clone(paths), func(path string) bool {
			return slices.ContainsFunc(modules, func(module string) bool { return strings.HasPrefix(path, module+string(filepath.Separator)) })
		}))
	}
	return ignored, err
}

func (g in) checkIgnore(ctx context.Context, paths []string) ([]string, error) {
	if len(paths) == 0 {
		return nil, nil
	}
	var names bytes.Buffer
	for _, path := range paths {
		rel, err := filepath.Rel(g.dir, path)
		if err != nil {
			return nil, err
		}
		names.WriteString("./" + rel + "\x00") // a name that begins with ":" would be a pattern
	}
	out, err := g.tell(ctx, &names, "check-ignore", "-z", "--stdin")
	var exit *exec.ExitError
	switch {
	case errors.Is(err, ErrNoRepository):
		return nil, nil
	case errors.As(err, &exit) && exit.ExitCode() == 1: // none is ignored
		return nil, nil
	case err != nil:
		return nil, err
	}
	var ignored []string
	for _, rel := range strings.Split(strings.TrimSuffix(out, "\x00"), "\x00") {
		ignored = append(ignored, filepath.Join(g.dir, rel))
	}
	return ignored, nil
}

// submodules returns the paths of the submodules that the index has below the directory.
func (g in) submodules(ctx context.Context) ([]string, error) {
	out, err := g.ask(ctx, "ls-files", "-z", "--stage")
	if err != nil {
		return nil, err
	}
	var modules []string
	for _, line := range strings.Split(out, "\x00") {
		if about, name, _ := strings.Cut(line, "\t"); strings.HasPrefix(about, "160000 ") {
			modules = append(modules, filepath.Join(g.dir, filepath.FromSlash(name)))
		}
	}
	return modules, nil
}
