package export

import (
	"context"
	"errors"
	"io/fs"
	"os"
)

// open opens and locks a directory, removes what a killed run has left, and reads
// which templates its files hold. A check neither makes, locks nor cleans anything.
func open(ctx context.Context, dir string, check bool) (w *writer, files *index, done func(), err error) {
	release := func() {}
	if !check {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, nil, nil, err
		}
		if release, err = lock(dir); err != nil {
			return nil, nil, nil, err
		}
	}
	root, err := os.OpenRoot(dir)
	if check && errors.Is(err, fs.ErrNotExist) {
		return &writer{check: true}, &index{}, release, nil
	}
	if err != nil {
		release()
		return nil, nil, nil, err
	}
	w = newWriter(root, check)
	if files, err = newIndex(ctx, root); err == nil && !check {
		err = removeLeftovers(root, files.leftovers)
	}
	done = func() { w.files.Sync(); root.Close(); release() }
	if err != nil {
		done()
		return nil, nil, nil, err
	}
	return w, files, done, nil
}

// removeLeftovers removes the temporary files of a run that was killed.
func removeLeftovers(root *os.Root, names []string) error {
	for _, name := range names {
		if err := root.Remove(name); err != nil {
			return err
		}
	}
	return nil
}
