package source

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"saejob/internal/job"
	"saejob/internal/text"
	"saejob/schema"
)

// path returns the snapshot of a file or a directory.
func (r *Reader) path(ctx context.Context, spelling string) (job.Snapshot, error) {
	full := spelling
	if !filepath.IsAbs(spelling) {
		full = filepath.Join(r.Dir, spelling)
	}
	info, err := os.Stat(full)
	if err != nil {
		return job.Snapshot{}, fmt.Errorf("%s: %w", text.Quote(spelling), text.Cause(err))
	}
	base, err := newBase(full)
	if err != nil {
		return job.Snapshot{}, err
	}
	s := job.Snapshot{Name: spelling}
	if s.Single = !info.IsDir(); s.Single {
		s.Refs = []job.Ref{fileRef(base, full, false)}
		return s, nil
	}
	s.Dir = base.place(full)
	files, err := walk(ctx, full)
	if err != nil {
		return s, fmt.Errorf("%s: %w", text.Quote(spelling), text.Cause(err))
	}
	for _, file := range files {
		s.Refs = append(s.Refs, fileRef(base, file, true))
	}
	return s, nil
}

// fileRef returns the reference of a file. One that was found, not named, is a
// template only if it looks like one.
func fileRef(base base, file string, found bool) job.Ref {
	return job.Ref{Place: base.place(file), File: file, Open: func() (job.Document, error) {
		f, err := os.Open(file)
		if err != nil {
			return job.Document{}, text.Cause(err)
		}
		defer f.Close()
		content, err := readAll(f)
		if err != nil {
			return job.Document{}, text.Cause(err)
		}
		return document(content, found)
	}}
}

// looksLikeTemplate reports whether a file has at least two fields of the schema at
// its top; if it cannot be parsed, whether two of its lines begin like such fields.
func looksLikeTemplate(doc job.Document) bool {
	n := 0
	if doc.Template != nil {
		for _, e := range doc.Template.Root.Entries {
			if job.FieldOf(schema.Template.Fields, e.Key) != nil {
				n++
			}
		}
		return n > 1
	}
	for line := range bytes.Lines(doc.Text) {
		if m := topName.FindSubmatch(line); m != nil && job.FieldOf(schema.Template.Fields, string(m[1])) != nil {
			n++
		}
	}
	return n > 1
}

var topName = regexp.MustCompile(`^(?:  )?"?([A-Za-z]+)"?:`)

// walk lists the files below a directory that may be templates, in order: not
// hidden ones, and not what git ignores.
func walk(ctx context.Context, dir string) ([]string, error) {
	var files []string
	dir = filepath.Clean(dir) + string(filepath.Separator) // a link that was named is followed
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != dir && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir() && mayBeTemplate(path, entry):
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	ignored := git{dir}.ignored(ctx, files)
	return slices.DeleteFunc(files, func(file string) bool { return ignored[file] }), nil
}

// hasExtension reports whether a file's name is one that templates have.
func hasExtension(name string) bool { return job.IsYAML(name) || job.IsJSON(name) }

func mayBeTemplate(path string, entry fs.DirEntry) bool {
	if !hasExtension(path) {
		return false
	}
	if entry.Type()&fs.ModeSymlink != 0 {
		info, err := os.Stat(path)
		return err != nil || info.Mode().IsRegular() // a dangling link is reported when it is opened
	}
	return entry.Type().IsRegular()
}
