package atomic

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestBatch: the names of a directory come to the disk at once, and those of the
// directories that were made for them.
func TestBatch(t *testing.T) {
	dir := t.TempDir()
	var synced []string
	d := theDisk
	d.sync = func(f *os.File) error {
		if info, err := f.Stat(); err == nil && info.IsDir() {
			name, err := filepath.Rel(dir, f.Name())
			if err != nil {
				return err
			}
			synced = append(synced, filepath.ToSlash(name))
		}
		return theDisk.sync(f)
	}
	w := newWriter(open(t, dir), d)
	for step, want := range []string{". cn-beijing cn-beijing/prod", "cn-beijing/prod", "", "cn-beijing/prod"} {
		synced = nil
		switch step {
		case 0, 1:
			for i := range 3 {
				name := fmt.Sprintf("cn-beijing/prod/%d-%d.yaml", step, i)
				if err := w.Put(name, []byte(name), nil, nil); err != nil {
					t.Fatal(err)
				}
			}
		case 3:
			name := "cn-beijing/prod/0-0.yaml"
			if err := w.Remove(name, stat(t, filepath.Join(dir, name))); err != nil {
				t.Fatal(err)
			}
		}
		if len(synced) > 0 {
			t.Errorf("step %d: %q were synced early", step, synced)
		}
		w.Sync()
		slices.Sort(synced)
		if got := strings.Join(synced, " "); got != want {
			t.Errorf("step %d: synced %q, not %q", step, got, want)
		}
	}
}

// TestSeen: what is not as it was seen is not written over, and not removed.
func TestSeen(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.yaml")
	write(t, file, "old")
	before := stat(t, file)
	w := New(open(t, dir))
	write(t, file, "edited")
	for _, seen := range []fs.FileInfo{before, nil} {
		if err := w.Put("a.yaml", []byte("new"), before, seen); !errors.Is(err, ErrChanged) {
			t.Errorf("written: %v", err)
		}
	}
	if err := w.Remove("a.yaml", before); !errors.Is(err, ErrChanged) {
		t.Errorf("removed: %v", err)
	}
	if err := w.Put("b.yaml", []byte("new"), nil, before); !errors.Is(err, ErrChanged) {
		t.Errorf("written where the file is gone: %v", err)
	}
	holds(t, dir, "a.yaml=edited")

	for name, change := range map[string]func() error{
		"size": func() error {
			return errors.Join(os.WriteFile(file, []byte("longer"), 0), os.Chtimes(file, time.Time{}, before.ModTime()))
		},
		"time": func() error {
			return errors.Join(os.WriteFile(file, []byte("new"), 0), os.Chtimes(file, time.Time{}, before.ModTime().Add(time.Second)))
		},
		"another": func() error { return os.Rename(filepath.Join(dir, "other"), file) },
	} {
		write(t, file, "old")
		write(t, filepath.Join(dir, "other"), "new")
		before = stat(t, file)
		if err := errors.Join(os.Chtimes(filepath.Join(dir, "other"), time.Time{}, before.ModTime()), w.Expect("a.yaml", before), change()); err != nil {
			t.Fatal(err)
		}
		if err := w.Expect("a.yaml", before); !errors.Is(err, ErrChanged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestRemoveOld: where a file moves, its new name is on the disk before the old one
// goes. Names that only go may go at once.
func TestRemoveOld(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"old.yaml", "b.yaml", "c.yaml"} {
		write(t, filepath.Join(dir, name), "old")
	}
	r := &recorder{t: t}
	r.check = func() {
		if _, err := os.Lstat(filepath.Join(dir, "old.yaml")); err != nil {
			r.steps = append(r.steps, "old is gone")
		}
	}
	w := newWriter(open(t, dir), r.disk())
	if err := w.Put("new.yaml", []byte("new"), nil, nil); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"old.yaml", "b.yaml", "c.yaml"} {
		if err := w.Remove(name, stat(t, filepath.Join(dir, name))); err != nil {
			t.Fatal(err)
		}
	}
	if want := []string{"write TMP", "sync TMP 3", "rename TMP FILE", "sync DIR"}; !slices.Equal(r.steps, want) {
		t.Errorf("%q, not %q", r.steps, want)
	}
	w.Sync()
	if last := r.steps[len(r.steps)-2:]; !slices.Equal(last, []string{"sync DIR", "old is gone"}) {
		t.Errorf("it ends with %q", last)
	}
}

// TestMode: a file that is there keeps its mode, whatever the umask.
func TestMode(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.yaml")
	write(t, file, "old")
	byUmask := stat(t, file).Mode()
	w := New(open(t, dir))
	if err := w.Put("new.yaml", []byte("new"), nil, nil); err != nil {
		t.Fatal(err)
	}
	if mode := stat(t, filepath.Join(dir, "new.yaml")).Mode(); mode != byUmask {
		t.Errorf("a new file has %v, not %v", mode, byUmask)
	}
	for _, mode := range []fs.FileMode{0o600, 0o666, 0o444, 0o755} {
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
		seen := stat(t, file)
		if err := w.Put("a.yaml", []byte(mode.String()), seen, seen); err != nil {
			t.Fatal(err)
		}
		if got := stat(t, file).Mode(); got != mode {
			t.Errorf("%v became %v", mode, got)
		}
	}
}

// TestTemporary: a name may be as long as the file system takes, long names that
// are cut at the same place do not meet, and what stands in a temporary file's
// place is neither followed nor written over.
func TestTemporary(t *testing.T) {
	dir := t.TempDir()
	w := New(open(t, dir))
	var group sync.WaitGroup
	for i := range 40 {
		group.Go(func() {
			name := strings.Repeat("é", 120) + fmt.Sprintf("%02d.yaml", i)
			if err := w.Put(name, []byte("new"), nil, nil); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 40 {
		t.Errorf("%d files, %v", len(entries), err)
	}

	out := t.TempDir()
	write(t, filepath.Join(out, "bashrc"), "mine")
	symlink(t, filepath.Join(out, "bashrc"), filepath.Join(dir, ".saejob-a.yaml.tmp"))
	if err := w.Put("a.yaml", []byte("new"), nil, nil); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	holds(t, out, "bashrc=mine")
}

// TestRootThatMoves: files go where the directory is that was opened, whatever has its
// name now.
func TestRootThatMoves(t *testing.T) {
	dir, out := filepath.Join(t.TempDir(), "jobs"), t.TempDir()
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	w := New(open(t, dir))
	if err := os.Rename(dir, dir+"-moved"); err != nil {
		t.Skip(err)
	}
	symlink(t, out, dir)
	write(t, filepath.Join(out, "a.yaml"), "mine")
	if err := w.Put("a.yaml", []byte("new"), nil, nil); err != nil {
		t.Error(err)
	}
	holds(t, out, "a.yaml=mine")
	holds(t, dir+"-moved", "a.yaml=new")
}

func TestIrregular(t *testing.T) {
	for mode, want := range map[fs.FileMode]string{
		fs.ModeSymlink:   "a is a link; nothing is written there",
		fs.ModeDir:       "a is a directory; nothing is written there",
		0:                "a is a file; nothing is written there",
		fs.ModeNamedPipe: "a is not a regular file; nothing is written there",
	} {
		if got := Irregular("a", mode).Error(); got != want {
			t.Errorf("%v: %s", mode, got)
		}
	}
}
