package export

import (
	"bytes"
	"errors"
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

// current is the file that is a template's until now.
type current struct {
	path string
	info fs.FileInfo
	text []byte
	// template is in normal form, with its comments.
	template *job.Template
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
		return Moved, w.finish(p, old, t)
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

// over gives what a template's file is to hold: t with the comments that are
// there, and with the digests of placeholders where t has none; and whether the
// file says the same already, in whatever style.
func over(old *current, t *job.Template) (text []byte, same bool) {
	job.Carry(old.template, t)
	text = job.Print(t)
	return text, job.Compare(old.template, t) == job.Same || bytes.Equal(text, old.text)
}

// read reads the file that a template has. Since DIR was looked through it may
// have become another one.
func (w *writer) read(f *file) (*current, error) {
	text, info, err := readFile(w.root, f.path)
	if err != nil {
		return nil, err
	}
	t, problems := job.Parse(text)
	if err := trouble(f.path, problems); err != nil {
		return nil, err
	}
	if t.Identity() != f.id {
		return nil, atomic.Changed(f.path)
	}
	job.Normalize(t)
	return &current{f.path, info, text, t}, nil
}

// look looks at the place of a template before anything is done there, and gives
// what it saw: nil, or the file that is to be replaced. No directory on the way
// is a link, and nothing that is not the template's stands there: a file system
// that ignores case knows more than a list of names.
func (w *writer) look(p placement) (fs.FileInfo, error) {
	for i, c := range p.path {
		if c != '/' {
			continue
		}
		info, err := w.root.Lstat(p.path[:i])
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return nil, err
		case !info.IsDir():
			return nil, atomic.Irregular(p.path[:i], info.Mode())
		}
	}
	info, err := w.root.Lstat(p.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, atomic.Irregular(p.path, info.Mode())
	case p.from == nil || p.from.path != p.path && !w.isSame(p.from.path, info):
		if w.check {
			return nil, atomic.Changed(p.path) // likely by an export, which a check does not keep out
		}
		return nil, errTaken(p.path)
	}
	return info, nil
}

func errTaken(name string) error {
	return fmt.Errorf("%s holds something else; move it away", name)
}

// isSame says whether the file of that name is the one that info tells of.
func (w *writer) isSame(name string, info fs.FileInfo) bool {
	other, err := w.root.Lstat(name)
	return err == nil && os.SameFile(other, info)
}
