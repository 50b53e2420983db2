package source

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"saejob/internal/git"
	"saejob/internal/job"
	"saejob/internal/text"
)

// Changed returns which files are not as they were in a revision, by their places:
// those that are different there, and those that are not there under this path.
// What counts is the file as it is now, committed or not. Git does not compare them:
// it would run the filters that attributes name.
func (r *Reader) Changed(ctx context.Context, ref string, refs []job.Ref) (map[string]bool, error) {
	changed := map[string]bool{}
	repositories := map[string]*git.Repository{}
	for _, file := range refs {
		if file.File == "" {
			continue
		}
		root, err := rootOf(file)
		if err != nil {
			return nil, err
		}
		there := repositories[root]
		if there == nil {
			there = &git.Repository{Dir: root}
			defer there.Close()
			repositories[root] = there
		}
		t, err := there.Tree(ctx, ref)
		if err != nil {
			return nil, err
		}
		same, err := has(ctx, t, file)
		if err != nil {
			return nil, err
		}
		if !same {
			changed[file.Place] = true
		}
	}
	return changed, nil
}

// rootOf returns the root of the repository that a file's place starts from.
func rootOf(file job.Ref) (string, error) {
	full, err := filepath.Abs(file.File)
	if err != nil {
		return "", err
	}
	root, ok := strings.CutSuffix(filepath.ToSlash(full), "/"+file.Place)
	if !ok || !git.IsRoot(root) {
		return "", fmt.Errorf("%s is not in a git repository, so it has no revisions", text.Quote(file.Place))
	}
	return filepath.FromSlash(root), nil
}

// has reports whether a file is as it is in a revision. Other line endings do not
// count: the work tree may be written with CRLF. A link is the same if it is one there,
// and so is what it leads to.
func has(ctx context.Context, t *git.Tree, file job.Ref) (bool, error) {
	e, ok, err := t.File(ctx, file.Place)
	if err != nil || !ok {
		return false, err
	}
	info, err := os.Lstat(file.File)
	if err != nil || (info.Mode()&fs.ModeSymlink != 0) != e.IsLink() {
		return false, nil
	}
	if e.IsLink() {
		if e, ok, err = t.Target(ctx, e); err != nil || !ok {
			return false, ctx.Err()
		}
	}
	return holds(e, file.File), nil
}

// holds reports whether an entry has the content of a file.
func holds(e git.Entry, name string) bool {
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	content, err := readAll(f)
	if err != nil || len(content) > job.MaxBytes {
		return false
	}
	return e.Holds(content) || e.Holds(bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n")))
}
