package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Find looks for the configuration in dir and, within a repository, in the
// directories above it, up to the repository's root. It returns the file's path as
// seen from dir; empty where there is none. Outside of a repository nobody
// vouches for what stands above. A file that was meant to be one and has another
// ending is an error: a run without its rules would look the same.
func Find(dir string) (string, error) {
	full, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	if full, err = filepath.EvalSymlinks(full); err != nil {
		return "", err
	}
	nearest, misnamed := "", ""
	for above := dir; ; above = filepath.Join(above, "..") {
		file := filepath.Join(above, Name)
		if here, err := exists(file); err != nil {
			return "", err
		} else if here && nearest == "" {
			nearest = file
		}
		if here, err := exists(filepath.Join(above, OtherName)); err != nil {
			return "", err
		} else if here && misnamed == "" {
			misnamed = filepath.Join(above, OtherName)
		}
		root, err := exists(filepath.Join(full, ".git"))
		if err != nil {
			return "", err
		}
		if misnamed != "" && (root || above == dir) {
			return "", fmt.Errorf("%s is not read; rename it to %s", misnamed, Name)
		}
		if root || nearest != "" && above == dir {
			return nearest, nil
		}
		if full == filepath.Dir(full) {
			return "", nil
		}
		full = filepath.Dir(full)
	}
}

func exists(file string) (bool, error) {
	_, err := os.Lstat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}
