package source

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"saejob/internal/git"
	"saejob/internal/job"
	"saejob/internal/text"
)

// path returns the snapshot of a file or a directory.
func (r *Reader) path(ctx context.Context, spelling string) (job.Snapshot, error) {
	full := spelling
	if !filepath.IsAbs(spelling) {
		full = filepath.Join(r.Dir, spelling)
	}
	info, err := os.Stat(full)
	if err != nil {
		return job.Snapshot{}, r.missing(ctx, spelling, err)
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
	found, err := walk(ctx, full)
	if errors.Is(err, git.ErrNoGit) {
		err = nil
		if base.root != "" && r.Note != nil {
			r.noted.Do(func() { r.Note("git is not installed or not in PATH, so files that git ignores are read too") })
		}
	}
	if err != nil {
		return s, fmt.Errorf("%s: %w", text.Quote(spelling), text.Cause(err))
	}
	links := git.NewWorkTree(base.root, full)
	for _, f := range found {
		if f.err != nil {
			s.Refs = append(s.Refs, unreadRef(base.place(f.path), f.err))
			continue
		}
		if f.link {
			s.Refs = append(s.Refs, linkRef(base, links, f.path))
			continue
		}
		s.Refs = append(s.Refs, fileRef(base, f.path, true))
	}
	return s, nil
}

// unreadRef returns the reference of what may hold templates and cannot be read.
func unreadRef(place string, err error) job.Ref {
	return job.Ref{Place: place, Open: func() (job.Document, error) { return job.Document{}, err }}
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

// linkRef returns the reference of a link that was found.
func linkRef(base base, links git.WorkTree, link string) job.Ref {
	err := links.Check(link)
	if info, statErr := os.Stat(link); err == nil && statErr == nil && !info.Mode().IsRegular() {
		err = errDirectory
	}
	if err != nil {
		return unreadRef(base.place(link), err)
	}
	return fileRef(base, link, true)
}

// errDirectory: a link that was found leads to no file.
var errDirectory = fmt.Errorf("a link to a directory; %w", job.ErrNotTemplate)
