package git

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"sync"

	"saejob/internal/text"
)

// Tree is what a revision has, or the index.
type Tree struct {
	// Ref is the revision as it was spelled; empty: the index.
	Ref    string
	object string
	in     in
	blobs  *blobs
	mu     sync.Mutex
	// files are those of the whole tree, dirs its directories, once they were needed.
	files map[string]Entry
	dirs  map[string]bool
}

// list returns the files at a path and below it.
func (t *Tree) list(ctx context.Context, name string) ([]Entry, error) {
	args := []string{"--literal-pathspecs", "ls-tree", "-z", "-r", "--full-tree", t.object}
	if t.Ref == index {
		args = []string{"--literal-pathspecs", "ls-files", "-z", "--stage"}
	}
	if name != "" {
		args = append(args, "--", name)
	}
	out, err := t.in.ask(ctx, args...)
	switch {
	case err != nil && t.Ref != index:
		return nil, fmt.Errorf("%w; %s", err, incompleteClone)
	case err != nil:
		return nil, err
	}
	var entries []Entry
	for _, line := range strings.Split(strings.TrimSuffix(out, "\x00"), "\x00") {
		about, name, _ := strings.Cut(line, "\t")
		f := strings.Fields(about)
		switch {
		case len(f) != 3:
		case t.Ref != index:
			entries = append(entries, Entry{mode: f[0], object: f[2], Path: name})
		case f[2] == "0":
			entries = append(entries, Entry{mode: f[0], object: f[1], Path: name})
		case len(entries) == 0 || entries[len(entries)-1].Path != name: // of the sides of a conflict, one stands for all
			entries = append(entries, Entry{mode: "100644", Path: name, conflict: true})
		}
	}
	return entries, nil
}

const incompleteClone = "if the clone is partial, git fetch --refetch --no-filter gets what is missing"

// load lists the whole tree.
func (t *Tree) load(ctx context.Context) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.files != nil {
		return nil
	}
	entries, err := t.list(ctx, "")
	if err != nil {
		return err
	}
	t.files, t.dirs = map[string]Entry{}, map[string]bool{".": true}
	for _, e := range entries {
		t.files[e.Path] = e
		for dir := path.Dir(e.Path); !t.dirs[dir]; dir = path.Dir(dir) {
			t.dirs[dir] = true
		}
	}
	return nil
}

// File returns the entry at a path of the whole tree; a link as it is.
func (t *Tree) File(ctx context.Context, name string) (e Entry, ok bool, err error) {
	if err := t.load(ctx); err != nil {
		return Entry{}, false, err
	}
	e, ok = t.files[name]
	return e, ok, nil
}

// Content reads a file, and no more of it than most bytes and one.
func (t *Tree) Content(ctx context.Context, e Entry, most int) ([]byte, error) {
	switch {
	case e.conflict:
		return nil, errors.New("the file is in conflict; settle it, then git add it")
	case e.Holds(nil):
		return nil, nil // git knows the empty one: that of what git add --intent-to-add announced
	}
	return t.blobs.read(ctx, t.in, e.object, most)
}

// absent is that a tree has nothing at a path: a [fs.ErrNotExist].
func (t *Tree) absent(name string) error {
	where := "this revision"
	if t.Ref == index {
		where = "the index"
	}
	return notThere{fmt.Errorf("there is no %s in %s", text.Quote(name), where)}
}

type notThere struct{ error }

// Is says what kind of error it is to [errors.Is].
func (notThere) Is(target error) bool { return target == fs.ErrNotExist }
