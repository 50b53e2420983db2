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

// FromRoot gives the path of a place; the place itself outside of a repository.
func FromRoot(place string) (string, error) {
	base, err := newBase(".")
	if err != nil {
		return "", err
	}
	return filepath.Join(base.root, filepath.FromSlash(place)), nil
}
