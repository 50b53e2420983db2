package atomic

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
	"unicode/utf8"
)

// Writer writes files below a root, for several goroutines at a time. [Writer.Sync]
// completes what it has done.
type Writer struct {
	root *os.Root
	// tag tells its temporary files from those of others who write there.
	tag  string
	disk disk

	mu sync.Mutex
	// changed are the directories whose names are not on the disk yet; known are
	// those that were written to. HasNew: some of these names are new.
	changed, known map[string]bool
	hasNew         bool
}

// disk is what is done to files. The order counts, and tests watch it.
type disk struct {
	write  func(f *os.File, content []byte) error
	sync   func(f *os.File) error
	rename func(root *os.Root, from, to string) error
	link   func(root *os.Root, from, to string) error
}

var theDisk = disk{
	write:  func(f *os.File, content []byte) error { _, err := f.Write(content); return err },
	sync:   (*os.File).Sync,
	rename: (*os.Root).Rename,
	link:   (*os.Root).Link,
}

// New returns a writer for one who keeps others out of the root's directory.
func New(root *os.Root) *Writer { return newWriter(root, theDisk) }

func newWriter(root *os.Root, d disk) *Writer {
	return &Writer{root: root, disk: d, changed: map[string]bool{}, known: map[string]bool{}}
}

// Put writes a file in the place of the one that was seen there; nil: nothing was.
// Its mode is that of the file like; nil: 0644 less the umask. The directory is made
// if it is not there.
func (w *Writer) Put(name string, content []byte, like, seen fs.FileInfo) error {
	if err := w.root.MkdirAll(path.Dir(name), 0o755); err != nil {
		return err
	}
	return w.put(name, content, like, func(temporary string) error {
		if err := w.Expect(name, seen); err != nil {
			return err
		}
		return w.disk.rename(w.root, temporary, name)
	})
}

// put writes a temporary file and has install bring it to its place.
func (w *Writer) put(name string, content []byte, like fs.FileInfo, install func(temporary string) error) error {
	temporary := path.Join(path.Dir(name), w.temporaryName(path.Base(name)))
	err := w.fill(temporary, content, like)
	if err == nil {
		err = install(temporary)
	}
	if err != nil {
		w.root.Remove(temporary)
		return err
	}
	w.note(path.Dir(name), true)
	return nil
}

// fill writes a new file, down to the disk: a name must not get there before what
// it stands for.
func (w *Writer) fill(name string, content []byte, like fs.FileInfo) error {
	mode := fs.FileMode(0o644)
	if like != nil {
		mode = like.Mode().Perm()
	}
	f, err := w.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	err = w.disk.write(f, content)
	if err == nil && like != nil {
		err = f.Chmod(mode) // the umask does not count for a file that was there
	}
	if err == nil {
		err = w.disk.sync(f)
	}
	return errors.Join(err, f.Close())
}

// Expect returns [ErrChanged] if a place is not as it was seen, where seen is nil
// if nothing was there: an editor may have saved meanwhile.
func (w *Writer) Expect(name string, seen fs.FileInfo) error {
	now, err := w.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && seen == nil:
		return nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case err != nil || seen == nil, !os.SameFile(now, seen),
		now.Size() != seen.Size(), !now.ModTime().Equal(seen.ModTime()):
		return Changed(name)
	}
	return nil
}

// Remove removes a file that is as it was seen. New names come to the disk first: one
// may be there in its place, and the old name must not be gone before it is.
func (w *Writer) Remove(name string, seen fs.FileInfo) error {
	w.syncNew()
	err := w.Expect(name, seen)
	if err == nil {
		err = w.root.Remove(name)
	}
	if err == nil {
		w.note(path.Dir(name), false)
	}
	return err
}

// note notes that names have changed in a directory. Those above it may have been
// made for it.
func (w *Writer) note(dir string, isNew bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.changed[dir] = true
	w.hasNew = w.hasNew || isNew
	for ; !w.known[dir]; dir = path.Dir(dir) {
		w.known[dir], w.changed[dir] = true, true
	}
}

// Sync brings the names that have changed to the disk, a directory's all at once.
// Not every system can; the files are whole either way.
func (w *Writer) Sync() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.sync()
}

func (w *Writer) syncNew() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.hasNew {
		w.sync()
	}
}

func (w *Writer) sync() {
	w.hasNew = false
	for dir := range w.changed {
		if f, err := w.root.Open(dir); err == nil {
			w.disk.sync(f)
			f.Close()
		}
		delete(w.changed, dir)
	}
}

// maxName is how many bytes of a file's name are kept in that of its temporary
// file: it may be too long to be made longer.
const maxName = 100

// temporaryName returns the name of the file that a file's content is written to
// first, and no other's.
func (w *Writer) temporaryName(base string) string {
	if len(base) > maxName {
		end := maxName
		for !utf8.RuneStart(base[end]) {
			end--
		}
		sum := sha256.Sum256([]byte(base))
		base = fmt.Sprintf("%s~%x", base[:end], sum[:4])
	}
	return temporaryPrefix + base + w.tag + temporarySuffix
}

const (
	temporaryPrefix = ".saejob-"
	temporarySuffix = ".tmp"
)

// IsTemporary reports whether a name is that of a file that a killed run may have
// left.
func IsTemporary(base string) bool {
	return strings.HasPrefix(base, temporaryPrefix) && strings.HasSuffix(base, temporarySuffix)
}
