package export

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"

	"saejob/internal/atomic"
	"saejob/internal/job"
)

// writer writes templates below DIR.
type writer struct {
	// root is nil where DIR does not exist and is not to be made.
	root *os.Root
	// check: nothing is written.
	check bool
	files *atomic.Writer
}

func newWriter(root *os.Root, check bool) *writer {
	return &writer{root: root, check: check, files: atomic.New(root)}
}

// write brings a template to its file, which is not touched if it holds the same
// template already. With an error, nothing or not all was done.
func (w *writer) write(p placement, t *job.Template) (Status, error) {
	if w.root == nil {
		return Added, nil
	}
	here, err := w.look(p)
	if err != nil {
		return Refused, err
	}
	if p.from == nil {
		return Added, w.put(p.path, job.Print(t), nil, here)
	}
	old, err := w.read(p.from)
	if err != nil {
		return Refused, err
	}
	if p.rest != nil {
		return Moved, w.resumeMove(p, old, t)
	}
	text, same := over(old, t)
	if p.from.path != p.path {
		// The new file first: at any moment there is one.
		if err := w.put(p.path, text, old.info, here); err != nil {
			return Refused, err
		}
		return Moved, w.remove(old, p.path)
	}
	if same {
		return Unchanged, nil
	}
	return Changed, w.put(p.path, text, old.info, here)
}

// over returns what a template's file is to hold: t with the comments that are
// there, and with the digests of placeholders where t has none; and whether the
// file says the same already, in whatever style.
func over(old *current, t *job.Template) (text []byte, same bool) {
	job.Carry(old.template, t)
	text = job.Print(t)
	return text, job.Compare(old.template, t) == job.Same || bytes.Equal(text, old.text)
}

// put writes a file in the place of what was seen there. It has the mode of the old
// file.
func (w *writer) put(name string, text []byte, old, seen fs.FileInfo) error {
	switch {
	case len(text) > job.MaxBytes:
		return fmt.Errorf("%s would be larger than %d MB, too large to be read again", name, job.MaxBytes>>20)
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
	return w.files.Remove(old.path, old.info)
}
