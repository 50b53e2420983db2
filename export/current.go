package export

import (
	"errors"
	"io/fs"
	"os"

	"saejob/internal/atomic"
	"saejob/internal/job"
)

// current is the file that is a template's until now.
type current struct {
	path string
	info fs.FileInfo
	text []byte
	// template is in normal form, with its comments.
	template *job.Template
}

// read reads the file that a template has. Since DIR was searched it may have
// become another one.
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

// look looks at the place of a template before anything is done there, and returns
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
		return nil, errOccupied(p.path)
	}
	return info, nil
}

// isSame reports whether the file of that name is the one that info tells of.
func (w *writer) isSame(name string, info fs.FileInfo) bool {
	other, err := w.root.Lstat(name)
	return err == nil && os.SameFile(other, info)
}
