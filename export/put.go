package export

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"saejob/internal/job"
)

// put writes a file whole or not at all, in the place of what was seen there. It
// has the mode of the old file.
func (w *writer) put(name string, text []byte, old, seen fs.FileInfo) error {
	switch {
	case len(text) > job.MaxBytes:
		return fmt.Errorf("%s would have more than %d MB, which cannot be read again", name, job.MaxBytes>>20)
	case w.check:
		return nil
	}
	dir := path.Dir(name)
	if err := w.root.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	temporary := path.Join(dir, temporaryName(path.Base(name)))
	err := w.fill(temporary, text, old)
	if err == nil {
		err = w.expect(name, seen)
	}
	if err == nil {
		err = w.root.Rename(temporary, name)
	}
	if err != nil {
		w.root.Remove(temporary)
		return err
	}
	w.renamed(dir)
	return nil
}

// fill writes a new file, down to the disk.
func (w *writer) fill(name string, text []byte, old fs.FileInfo) error {
	mode := fs.FileMode(0o644)
	if old != nil {
		mode = old.Mode().Perm()
	}
	f, err := w.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	if err == nil && old != nil {
		err = f.Chmod(mode) // the umask does not count for a file that was there
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// expect says whether a place is still as it was seen: an editor may have saved
// meanwhile.
func (w *writer) expect(name string, seen fs.FileInfo) error {
	now, err := w.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && seen == nil:
		return nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case err != nil || seen == nil, !os.SameFile(now, seen),
		now.Size() != seen.Size(), !now.ModTime().Equal(seen.ModTime()):
		return errMeanwhile(name)
	}
	return nil
}

// remove removes the old file of a move, unless it is the new one under another
// spelling.
func (w *writer) remove(old *current, moved string) error {
	if info, err := w.root.Lstat(moved); w.check || err == nil && w.isSame(old.path, info) {
		return nil
	}
	if err := w.expect(old.path, old.info); err != nil {
		return err
	}
	w.sync() // or the old name could be gone and the new one not there yet
	err := w.root.Remove(old.path)
	w.renamed(path.Dir(old.path))
	return err
}

// renamed takes note of a directory in which names have changed.
func (w *writer) renamed(dir string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.changed == nil {
		w.changed = map[string]bool{}
	}
	w.changed[dir] = true
}

// sync brings the names that have changed to the disk, a directory's all at once.
// Not every system can; the files are whole either way.
func (w *writer) sync() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for dir := range w.changed {
		if f, err := w.root.Open(dir); err == nil {
			f.Sync()
			f.Close()
		}
		delete(w.changed, dir)
	}
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

// temporaryName names the file that a file's content is written to first, and no
// other's. A name may be too long to be made longer.
func temporaryName(base string) string {
	name := cut(base)
	if name != base {
		name += "~" + digest(base)
	}
	return ".saejob-" + name + ".tmp"
}

func isTemporary(base string) bool {
	return strings.HasPrefix(base, ".saejob-") && strings.HasSuffix(base, ".tmp")
}
