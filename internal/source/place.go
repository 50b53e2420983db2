package source

import "path/filepath"

// Place gives what reports call a file or directory: relative to the root of the
// repository it is in, else as it was named.
func Place(path string) (string, error) {
	base, err := newBase(path)
	if err != nil {
		return "", err
	}
	return base.place(path), nil
}

// Above gives the paths that a name has in the current directory and in those
// above it, up to the repository's root; outside of a repository in the current
// one only.
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
