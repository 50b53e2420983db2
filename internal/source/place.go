package source

import (
	"path/filepath"

	"saejob/internal/git"
)

// Place returns what reports call a file or directory: its path from the root of the
// repository it is in, or as it was named if it is in none.
func Place(path string) (string, error) {
	base, err := newBase(path)
	if err != nil {
		return "", err
	}
	return base.place(path), nil
}

// Above returns the paths that a name has in the current directory and in those
// above it, up to the repository's root; outside of a repository, in the current
// directory only.
func Above(name string) ([]string, error) {
	base, err := newBase(".")
	if err != nil {
		return nil, err
	}
	here, err := filepath.Abs(".")
	if err != nil {
		return nil, err
	}
	paths := []string{name}
	for at := "."; base.root != "" && here != base.root; here = filepath.Dir(here) {
		at = filepath.Join(at, "..")
		paths = append(paths, filepath.Join(at, name))
	}
	return paths, nil
}

// base makes paths for reports: from the root of a repository; without one, as they
// were named.
type base struct{ root string }

// newBase returns the base of a file.
func newBase(file string) (base, error) {
	root, err := git.Root(file)
	return base{root}, err
}

func (b base) place(file string) string {
	if b.root != "" {
		if full, err := filepath.Abs(file); err == nil {
			if rel, err := filepath.Rel(b.root, full); err == nil && filepath.IsLocal(rel) {
				return filepath.ToSlash(rel)
			}
		}
	}
	return filepath.ToSlash(filepath.Clean(file))
}
