package export

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"strings"

	"saejob/internal/atomic"
	"saejob/internal/job"
)

// index is the files below DIR, by AppId and by place. It keeps identities and
// paths, no templates.
type index struct {
	byID map[string][]*file
	// byPlace has the files by the folded path: names that some system takes for
	// the same stand together.
	byPlace map[string][]*file
	// leftovers are the temporary files of a run that was killed.
	leftovers []string
}

// file is one that may be a template's.
type file struct {
	// path is below DIR, with "/".
	path string
	// id is what the file says of itself; empty where it cannot be read.
	id job.Identity
	// keyed: it holds digests of secrets under a key.
	keyed bool
	// trouble is why the file must not be written over; nil if it may be.
	trouble error
}

// newIndex reads the identity of every *.yaml and *.yml below the root, hidden
// directories and links left out.
func newIndex(ctx context.Context, root *os.Root) (*index, error) {
	x := &index{byID: map[string][]*file{}, byPlace: map[string][]*file{}}
	err := fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil || ctx.Err() != nil:
			return cmp.Or(err, ctx.Err())
		case d.Type().IsRegular() && atomic.IsTemporary(base) && name != lockName:
			x.leftovers = append(x.leftovers, name)
		case name != "." && strings.HasPrefix(base, ".") && d.IsDir():
			return fs.SkipDir
		case strings.HasPrefix(base, ".") || !job.IsYAML(base):
		default:
			f, err := readIdentity(root, name, d)
			if err != nil {
				return err
			}
			x.add(f)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", root.Name(), err)
	}
	return x, nil
}

func (x *index) add(f *file) {
	x.byPlace[fold(f.path)] = append(x.byPlace[fold(f.path)], f)
	if f.id.AppID != "" {
		x.byID[f.id.AppID] = append(x.byID[f.id.AppID], f)
	}
}

// at returns the file whose path is exactly this, or nil.
func (x *index) at(name string) *file {
	for _, f := range x.byPlace[fold(name)] {
		if f.path == name {
			return f
		}
	}
	return nil
}

func readIdentity(root *os.Root, name string, d fs.DirEntry) (*file, error) {
	f := &file{path: name}
	if !d.Type().IsRegular() {
		f.trouble = atomic.Irregular(name, d.Type())
		return f, nil
	}
	text, _, err := readFile(root, name)
	if err != nil {
		return nil, err
	}
	t, problems := job.Parse(text)
	if t != nil {
		f.id = t.Identity()
	}
	f.keyed = job.DigestOf(string(text)) != ""
	f.trouble = trouble(name, problems)
	return f, nil
}

// trouble is the first thing that is refused in a file's text.
func trouble(name string, problems []job.Problem) error {
	if len(problems) == 0 {
		return nil
	}
	p := problems[0]
	return fmt.Errorf("%s:%d:%d: %s; the file is not changed", name, p.Range.Line, p.Range.Column, p.Message)
}

// readFile reads a regular file; of one that is too large it reads as much as
// shows that. The info tells later whether the file is still the one that was
// read.
func readFile(root *os.Root, name string) ([]byte, fs.FileInfo, error) {
	seen, err := root.Lstat(name)
	if err != nil {
		return nil, nil, err
	}
	if !seen.Mode().IsRegular() {
		return nil, nil, atomic.Irregular(name, seen.Mode())
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err == nil && !os.SameFile(seen, info) {
		err = atomic.Changed(name)
	}
	if err != nil {
		return nil, nil, err
	}
	text, err := io.ReadAll(io.LimitReader(f, job.MaxBytes+1))
	return text, info, err
}
