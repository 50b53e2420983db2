package source

// Place gives what reports call a file or directory: relative to the root of the
// repository it is in, else as it was named.
func Place(path string) (string, error) {
	base, err := newBase(path)
	if err != nil {
		return "", err
	}
	return base.place(path), nil
}
