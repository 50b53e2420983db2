package atomic

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestOrder: what a file holds is on the disk before its name is there, and the
// name before the run is done. Whoever reads it meanwhile finds it old or new.
func TestOrder(t *testing.T) {
	for name, c := range map[string]struct {
		old  string
		do   func(d disk, file string) error
		want []string
	}{
		"put": {"", func(d disk, file string) error { return put(t, d, file, nil) },
			[]string{"write TMP", "sync TMP 3", "rename TMP FILE", "sync DIR"}},
		"put over": {"old", func(d disk, file string) error { return put(t, d, file, stat(t, file)) },
			[]string{"write TMP", "sync TMP 3", "rename TMP FILE", "sync DIR"}},
		"replace": {"old", func(d disk, file string) error { return d.replace(file, []byte("old"), []byte("new")) },
			[]string{"write TMP", "sync TMP 3", "rename TMP FILE", "sync DIR"}},
		"create": {"", func(d disk, file string) error { return d.create(file, []byte("new")) },
			[]string{"write TMP", "sync TMP 3", "link TMP FILE", "sync DIR"}},
		"output": {"", func(d disk, file string) error { return d.output(file, []byte("new")) },
			[]string{"write TMP", "sync TMP 3", "rename TMP FILE", "sync DIR"}},
		"output over": {"old", func(d disk, file string) error { return d.output(file, []byte("new")) },
			[]string{"write TMP", "sync TMP 3", "rename TMP FILE", "sync DIR"}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			file := filepath.Join(dir, "a.yaml")
			if c.old != "" {
				write(t, file, c.old)
			}
			r := &recorder{t: t, check: func() {
				if text, err := os.ReadFile(file); err == nil && string(text) != c.old && string(text) != "new" {
					t.Errorf("the file holds %q", text)
				}
			}}
			if err := c.do(r.disk(), file); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(r.steps, c.want) {
				t.Errorf("%q, not %q", r.steps, c.want)
			}
			holds(t, dir, "a.yaml=new")
		})
	}
}

// TestFailure: whatever fails, the old file is there, and nothing beside it.
func TestFailure(t *testing.T) {
	broken := errors.New("no space left")
	for name, spoil := range map[string]func(d *disk){
		"write": func(d *disk) {
			d.write = func(f *os.File, content []byte) error { f.Write(content[:1]); return broken }
		},
		"sync":   func(d *disk) { d.sync = func(*os.File) error { return broken } },
		"rename": func(d *disk) { d.rename = func(*os.Root, string, string) error { return broken } },
	} {
		for what, do := range map[string]func(d disk, file string) error{
			"put":     func(d disk, file string) error { return put(t, d, file, stat(t, file)) },
			"replace": func(d disk, file string) error { return d.replace(file, []byte("old"), []byte("new")) },
			"output":  func(d disk, file string) error { return d.output(file, []byte("new")) },
		} {
			dir := t.TempDir()
			file := filepath.Join(dir, "a.yaml")
			write(t, file, "old")
			d := theDisk
			spoil(&d)
			if err := do(d, file); !errors.Is(err, broken) {
				t.Errorf("%s, %s: %v", name, what, err)
			}
			holds(t, dir, "a.yaml=old")
		}
	}
}

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.yaml")
	write(t, file, "old")
	symlink(t, "a.yaml", filepath.Join(dir, "link.yaml"))
	if err := os.Chmod(file, 0o640); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"link.yaml", "none.yaml", "none/a.yaml", "."} {
		if err := Replace(filepath.Join(dir, name), []byte("old"), []byte("other")); err == nil {
			t.Errorf("%s was written", name)
		}
	}
	for _, read := range []string{"ol", "older", "", "OLD"} {
		err := Replace(file, []byte(read), []byte("other"))
		if !errors.Is(err, ErrChanged) || err.Error() != "a.yaml was changed meanwhile; run saejob again" {
			t.Errorf("after %q: %v", read, err)
		}
	}
	holds(t, dir, "a.yaml=old", "link.yaml=old")
	if err := Replace(file, []byte("old"), []byte("new")); err != nil {
		t.Error(err)
	}
	holds(t, dir, "a.yaml=new", "link.yaml=new")
	if mode := stat(t, file).Mode(); mode != 0o640 {
		t.Errorf("mode %v", mode)
	}
}

func TestCreate(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "there"), "mine")
	symlink(t, "nowhere", filepath.Join(dir, "link"))
	noLinks := theDisk
	noLinks.link = func(*os.Root, string, string) error { return errors.ErrUnsupported }
	for name, d := range map[string]disk{"with": theDisk, "without": noLinks} {
		for _, there := range []string{"there", "link", "."} {
			if err := d.create(filepath.Join(dir, there), []byte("new")); !errors.Is(err, fs.ErrExist) {
				t.Errorf("%s hard links, %s: %v", name, there, err)
			}
		}
		if err := d.create(filepath.Join(dir, name), []byte("new")); err != nil {
			t.Errorf("%s hard links: %v", name, err)
		}
	}
	if err := os.Remove(filepath.Join(dir, "link")); err != nil {
		t.Error(err)
	}
	holds(t, dir, "there=mine", "with=new", "without=new")
}

func TestOutput(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write(t, at("there"), "mine")
	symlink(t, "there", at("link"))
	symlink(t, "nowhere", at("dangling"))
	for name, want := range map[string]string{
		"link":      "it is a link; name the file that it points to",
		"dangling":  "it is a link; name the file that it points to",
		".":         "it is a directory",
		"none/a":    "no such file or directory",
		"there/a":   "not a directory",
		"none/../a": "",
	} {
		err := Output(dir+"/"+name, []byte("new"))
		if (err == nil) != (want == "") || err != nil && err.Error() != want {
			t.Errorf("%s: %v", name, err)
		}
	}
	os.Remove(at("link"))
	os.Remove(at("dangling"))
	holds(t, dir, "a=new", "there=mine")
}

// TestOutputThrough: what is no file gets the text itself, directly or by a link.
func TestOutputThrough(t *testing.T) {
	read, end, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	defer end.Close()
	pipe := fmt.Sprintf("/dev/fd/%d", end.Fd())
	if _, err := os.Stat(pipe); err != nil {
		t.Skip(err)
	}
	if err := Output(pipe, []byte("new")); err != nil {
		t.Fatal(err)
	}
	got := make([]byte, 3)
	if _, err := read.Read(got); err != nil || string(got) != "new" {
		t.Errorf("%q, %v", got, err)
	}
	if err := Output(os.DevNull, []byte("new")); err != nil {
		t.Error(err)
	}
}

// put writes with a writer, and completes it.
func put(t *testing.T, d disk, file string, seen fs.FileInfo) error {
	t.Helper()
	root := open(t, filepath.Dir(file))
	w := newWriter(root, d)
	defer w.Sync()
	return w.Put(filepath.Base(file), []byte("new"), seen, seen)
}

func open(t *testing.T, dir string) *os.Root {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func stat(t *testing.T, file string) fs.FileInfo {
	t.Helper()
	info, err := os.Lstat(file)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func symlink(t *testing.T, to, name string) {
	t.Helper()
	if err := os.Symlink(to, name); err != nil {
		t.Skip(err)
	}
}

// holds compares the files of a directory, written NAME=CONTENT.
func holds(t *testing.T, dir string, want ...string) {
	t.Helper()
	var got []string
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Error(err)
		}
		got = append(got, e.Name()+"="+string(text))
	}
	if !slices.Equal(got, want) {
		t.Errorf("there is %q, not %q", got, want)
	}
}

// recorder notes what is done to the disk, and checks after every step.
type recorder struct {
	t     *testing.T
	steps []string
	check func()
}

func (r *recorder) disk() disk {
	note := func(step string, names ...string) {
		for _, name := range names {
			switch base := filepath.Base(name); {
			case IsTemporary(base):
				step += " TMP"
			case strings.HasSuffix(base, ".yaml"):
				step += " FILE"
			default:
				step += " DIR"
			}
		}
		r.steps = append(r.steps, step)
		if r.check != nil {
			r.check()
		}
	}
	return disk{
		write: func(f *os.File, content []byte) error {
			defer note("write", f.Name())
			return theDisk.write(f, content)
		},
		sync: func(f *os.File) error {
			info, err := f.Stat()
			if err != nil {
				return err
			}
			note("sync", f.Name())
			if info.Mode().IsRegular() {
				r.steps[len(r.steps)-1] += fmt.Sprint(" ", info.Size())
			}
			return theDisk.sync(f)
		},
		rename: func(root *os.Root, from, to string) error {
			defer note("rename", from, to)
			return theDisk.rename(root, from, to)
		},
		link: func(root *os.Root, from, to string) error {
			defer note("link", from, to)
			return theDisk.link(root, from, to)
		},
	}
}

// TestAppend: what a file holds stays.
func TestAppend(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "there"), "old\n")
	symlink(t, "there", filepath.Join(dir, "link"))
	for _, name := range []string{"there", "new", "new"} {
		if err := Append(filepath.Join(dir, name), []byte("more\n")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := Append(filepath.Join(dir, "link"), []byte("more\n")); err == nil {
		t.Error("a link is followed")
	}
	os.Remove(filepath.Join(dir, "link"))
	holds(t, dir, "new=more\nmore\n", "there=old\nmore\n")
}
