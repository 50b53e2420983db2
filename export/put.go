package export

import (
	"fmt"
	"io/fs"

	"saejob/internal/job"
)

// put writes a file in the place of what was seen there. It has the mode of the old
// file.
func (w *writer) put(name string, text []byte, old, seen fs.FileInfo) error {
	switch {
	case len(text) > job.MaxBytes:
		return fmt.Errorf("%s would have more than %d MB, which cannot be read again", name, job.MaxBytes>>20)
	case w.check:
		return nil
	}
	return w.files.Put(name, text, old, seen)
}

// remove removes the old file of a move, unless it is the new one under another
// spelling.
func (w *writer) remove(old *current, moved string) error {
	if info, err := w.root.Lstat(moved); w.check || err == nil && w.isSame(old.path, info) {
		return nil
	}
	w.files.Sync() // or the old name could be gone and the new one not there yet
	return w.files.Remove(old.path, old.info)
}

// clean removes what a run that was killed has left.
func (w *writer) clean(leftovers []string) error {
	for _, name := range leftovers {
		if err := w.root.Remove(name); err != nil {
			return err
		}
	}
	return nil
}
