package export

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"saejob/internal/hint"

	"github.com/gofrs/flock"
)

// ErrLocked: another run exports into the same directory.
var ErrLocked = errors.New("another saejob is exporting to this directory")

// lockName is the lock's file where a directory cannot be locked.
const lockName = ".saejob-lock.tmp"

// lock keeps other runs out of a directory until release is called or the
// process ends, however it ends. It locks the directory itself, so that no file
// comes into a repository; Windows can lock files only, and has one while the
// run lasts.
func lock(dir string) (release func(), err error) {
	l := flock.New(dir, flock.SetFlag(os.O_RDONLY))
	if runtime.GOOS == "windows" {
		l = flock.New(filepath.Join(dir, lockName))
	}
	locked, err := l.TryLock()
	switch {
	case err != nil:
		return nil, fmt.Errorf("lock %s: %w", dir, err)
	case !locked:
		return nil, hint.Add(fmt.Errorf("%s: %w", dir, ErrLocked), "wait until it finishes")
	}
	return func() {
		l.Unlock()
		if l.Path() != dir {
			os.Remove(l.Path())
		}
	}, nil
}
