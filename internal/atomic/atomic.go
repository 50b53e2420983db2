// Package atomic writes files so that whoever reads one, at any moment and after
// any crash, finds the old file or the new one, and no half of either. It is the
// one writer of files: of exports, of what fmt formats, of reports, and of a new
// configuration.
//
// [Replace], [Create] and [Output] write one file. A [Writer] writes many below a
// directory that its owner keeps others out of.
package atomic

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"

	"saejob/internal/text"
)

// Replace writes a file in the place of one that is there and still holds what was
// read from it. A link or another irregular file is an error. The mode stays.
func Replace(name string, before, after []byte) error {
	return theDisk.replace(name, before, after)
}

func (d disk) replace(name string, before, after []byte) error {
	return d.inDir(name, func(w *Writer, base string) error {
		seen, err := w.holds(base, before)
		if err != nil {
			return err
		}
		return w.Put(base, after, seen, seen)
	})
}

// holds returns the info of a regular file that has this content.
func (w *Writer) holds(name string, content []byte) (fs.FileInfo, error) {
	info, err := w.root.Lstat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, Irregular(name, info.Mode())
	}
	f, err := w.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	now, err := io.ReadAll(io.LimitReader(f, int64(len(content))+1))
	if err == nil && !bytes.Equal(now, content) {
		err = Changed(name)
	}
	return info, err
}

// Create writes a file where nothing is, not even a link that leads nowhere.
func Create(name string, content []byte) error { return theDisk.create(name, content) }

func (d disk) create(name string, content []byte) error {
	return d.inDir(name, func(w *Writer, base string) error {
		return w.put(base, content, nil, func(temporary string) error {
			err := d.link(w.root, temporary, base) // fails if anything is there
			switch _, there := w.root.Lstat(base); {
			case err == nil:
				return w.root.Remove(temporary)
			case there == nil:
				return &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
			}
			return d.rename(w.root, temporary, base) // a file system without hard links
		})
	})
}

// Output writes to what a user named as the place of output: to a file, whole or
// not at all, whatever it held; to a device or a pipe, such as /dev/stderr, as it
// is. A link to a file is an error: what is checked may have brought it along. The
// error does not name the place.
func Output(name string, content []byte) error { return text.Cause(theDisk.output(name, content)) }

func (d disk) output(name string, content []byte) error {
	info, err := os.Lstat(name)
	linked := err == nil && info.Mode()&fs.ModeSymlink != 0
	if linked {
		info, err = os.Stat(name)
	}
	switch {
	case err == nil && info.IsDir():
		return errors.New("it is a directory")
	case err == nil && !info.Mode().IsRegular():
		return writeThrough(name, content)
	case linked:
		return errors.New("it is a link; name the file that it points to")
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return d.inDir(name, func(w *Writer, base string) error {
		return w.put(base, content, info, func(temporary string) error {
			return d.rename(w.root, temporary, base)
		})
	})
}

// Append writes as [Output] does; what a file holds stays, and content follows it.
func Append(name string, content []byte) error {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() {
		return Output(name, content) // which says what is wrong
	}
	before, err := os.ReadFile(name)
	if err != nil {
		return text.Cause(err)
	}
	return Output(name, append(before, content...))
}

func writeThrough(name string, content []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// inDir calls do to write one file in its directory, where others may write too.
func (d disk) inDir(name string, do func(w *Writer, base string) error) error {
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return err
	}
	defer root.Close()
	w := newWriter(root, d)
	w.tag = fmt.Sprintf("~%016x", rand.Uint64())
	defer w.Sync()
	return do(w, filepath.Base(name))
}

// ErrChanged: a file is not what was seen or read of it.
var ErrChanged = errors.New("was changed meanwhile; run saejob again")

// Changed returns an [ErrChanged] that names the file.
func Changed(name string) error { return fmt.Errorf("%s %w", name, ErrChanged) }

// Irregular returns the error for a place where something else than a file is in
// the way.
func Irregular(name string, mode fs.FileMode) error {
	kind := "not a regular file"
	switch {
	case mode&fs.ModeSymlink != 0:
		kind = "a link"
	case mode.IsDir():
		kind = "a directory"
	case mode.IsRegular():
		kind = "a file"
	}
	return fmt.Errorf("%s is %s; nothing is written there", name, kind)
}
