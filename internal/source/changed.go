package source

import (
	"bytes"
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"os"
	"path/filepath"
	"strings"

	"saejob/internal/job"
	"saejob/internal/text"
)

// Changed returns which files are not as they were in a revision, by their places:
// those that are different there, and those that are not there under this path.
// What counts is the file as it is now, committed or not. Git does not compare them:
// it would run the filters that attributes name.
func (r *Reader) Changed(ctx context.Context, ref string, refs []job.Ref) (map[string]bool, error) {
	changed := map[string]bool{}
	revisions := map[string]map[string]treeEntry{}
	for _, file := range refs {
		if file.File == "" {
			continue
		}
		root, err := rootOf(file)
		if err != nil {
			return nil, err
		}
		then, known := revisions[root]
		if !known {
			if then, err = filesOf(ctx, root, ref); err != nil {
				return nil, err
			}
			revisions[root] = then
		}
		if !then[file.Place].is(file.File) {
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
	if !ok || !isRoot(root) {
		return "", fmt.Errorf("%s is not in a git repository, so it has no revisions", text.Quote(file.Place))
	}
	return filepath.FromSlash(root), nil
}

// filesOf returns the files of a revision, by their paths from the root.
func filesOf(ctx context.Context, root, ref string) (map[string]treeEntry, error) {
	g := git{root}
	object, err := g.resolve(ctx, ref)
	if err != nil {
		return nil, err
	}
	entries, err := g.list(ctx, object, "")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", text.Quote(ref), err)
	}
	files := map[string]treeEntry{}
	for _, e := range entries {
		files[e.path] = e
	}
	return files, nil
}

// is reports whether a file is what the revision has. Other line endings do not
// count: the work tree may be written with CRLF. A link is not, wherever it leads.
func (e treeEntry) is(name string) bool {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || e.object == "" || e.irregular() != "" {
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
	return e.holds(content) || e.holds(bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n")))
}

// holds reports whether the entry's blob has this content: a blob is named by the
// hash of it.
func (e treeEntry) holds(content []byte) bool {
	var h hash.Hash = sha1.New()
	if len(e.object) == 2*sha256.Size {
		h = sha256.New()
	}
	fmt.Fprintf(h, "blob %d\x00", len(content))
	h.Write(content)
	return hex.EncodeToString(h.Sum(nil)) == e.object
}
