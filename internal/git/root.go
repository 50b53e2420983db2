package git

import (
	"os"
	"path/filepath"
)

// Root returns the root of the repository that a file or directory is in: where .git is.
// It is empty where there is none.
func Root(file string) (string, error) {
	full, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	for dir := full; ; dir = filepath.Dir(dir) {
		if IsRoot(dir) {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", nil
		}
	}
}

// IsRoot reports whether a directory is the root of a repository.
func IsRoot(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, ".git"))
	return err == nil
}
