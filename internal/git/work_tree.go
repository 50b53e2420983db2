package git

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"saejob/internal/text"
)

// WorkTree follows the links of a working tree below a directory.
type WorkTree struct {
	// root is the repository's; empty: there is none, so that there is nothing that
	// links could lead out of.
	root string
	// dir is the directory, inRoot its path in the repository.
	dir, inRoot string
}

// NewWorkTree returns the working tree of a directory in a repository, if it is in one:
// a directory that was named may be a link that leads out of it.
func NewWorkTree(root, dir string) WorkTree {
	if root == "" {
		return WorkTree{}
	}
	root, err := filepath.EvalSymlinks(root)
	if err != nil {
		return WorkTree{}
	}
	real, err := filepath.EvalSymlinks(dir)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		return WorkTree{}
	}
	below, err := filepath.Rel(root, real)
	if err != nil || !filepath.IsLocal(below) {
		return WorkTree{}
	}
	return WorkTree{root, dir, below}
}

// Check returns why a link is not followed.
func (w WorkTree) Check(link string) error {
	if w.root == "" {
		return nil
	}
	below, err := filepath.Rel(w.dir, link)
	if err != nil {
		return err
	}
	_, err = follow(filepath.ToSlash(filepath.Join(w.inRoot, below)), func(name string) (thing, error) {
		full := filepath.Join(w.root, filepath.FromSlash(name))
		info, err := os.Lstat(full)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return thing{}, nil
		case err != nil:
			return thing{}, text.Cause(err)
		case info.Mode()&fs.ModeSymlink == 0:
			return thing{dir: info.IsDir(), file: !info.IsDir()}, nil
		}
		target, err := os.Readlink(full)
		return thing{link: filepath.ToSlash(target)}, err
	})
	return err
}
