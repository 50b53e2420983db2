// Package source turns what a user names as a source into a snapshot: a file, a
// directory, a revision of git, live templates, or "-" for standard input.
package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"

	"saejob/internal/job"
	"saejob/internal/text"
)

// Stdin is what reports call a template that came in on standard input.
const Stdin = "<stdin>"

// Reader opens sources. One serves for a whole run; [Reader.Close] ends what it
// has started.
type Reader struct {
	// Dir is the directory that paths start from; empty: the current one.
	Dir   string
	Stdin io.Reader
	// StdinName is the path that reports call standard input by, from Dir; empty:
	// [Stdin].
	StdinName string
	// Cloud is how live templates are read.
	Cloud Cloud

	blobs blobs
	ahead ahead
	// named: "-" was opened.
	named bool
}

// Err says why no live template could be read any more: every further call would
// have failed alike. Nil: that was not so.
func (r *Reader) Err() error { return r.ahead.failure() }

// Close ends what the reader has started. No reference of its snapshots can be
// opened any more.
func (r *Reader) Close() {
	r.ahead.stop()
	r.blobs.stop()
}

// Kind is what a source is, told by its spelling alone.
type Kind uint8

// The kinds of sources.
const (
	Path Kind = iota
	Standard
	Live
	Revision
)

var drive = regexp.MustCompile(`^[A-Za-z]:[\\/]`)

// KindOf tells what a source is. What is on the disk plays no part: a directory
// whose name looks like a revision is written ./NAME.
func KindOf(text string) Kind {
	switch {
	case text == "-":
		return Standard
	case strings.HasPrefix(text, live):
		return Live
	case os.PathSeparator == '\\' && drive.MatchString(text):
		return Path
	case strings.HasPrefix(text, "./"), strings.HasPrefix(text, "../"), strings.HasPrefix(text, "/"):
		return Path
	case strings.Contains(text, ":"):
		return Revision
	}
	return Path
}

// Open returns the snapshot of a source. An error says that there is none. The
// context is that of all that is read from the snapshot, too.
func (r *Reader) Open(ctx context.Context, text string) (job.Snapshot, error) {
	switch KindOf(text) {
	case Standard:
		return r.standard()
	case Live:
		return r.cloud(ctx, text)
	case Revision:
		return r.revision(ctx, text)
	}
	return r.path(ctx, text)
}

// standard reads standard input as one file, once.
func (r *Reader) standard() (job.Snapshot, error) {
	if r.named {
		return job.Snapshot{}, errors.New("- is named twice; standard input can be read once")
	}
	r.named = true
	place := Stdin
	if r.StdinName != "" {
		var err error
		if place, err = r.stdinPlace(); err != nil {
			return job.Snapshot{}, err
		}
	}
	text := sync.OnceValues(func() ([]byte, error) { return readAll(r.Stdin) })
	return job.Snapshot{Name: "-", Single: true, Refs: []job.Ref{{Place: place, Open: func() (job.Document, error) {
		text, err := text()
		if err != nil {
			return job.Document{}, fmt.Errorf("standard input: %w", err)
		}
		return document(text, false)
	}}}}, nil
}

// stdinPlace returns the place that standard input is said to have.
func (r *Reader) stdinPlace() (string, error) {
	full := r.StdinName
	if !filepath.IsAbs(full) {
		full = filepath.Join(r.Dir, full)
	}
	base, err := newBase(full)
	place := base.place(full)
	if err == nil && !filepath.IsLocal(filepath.FromSlash(place)) {
		err = fmt.Errorf("%s: the name of standard input must be a path in the repository", text.Quote(r.StdinName))
	}
	return place, err
}

// document reads a file's text. A file that was found, not named, is a template
// only if it looks like one.
func document(text []byte, found bool) (job.Document, error) {
	t, problems := job.Parse(text)
	doc := job.Document{Template: t, Problems: problems, Text: text}
	if found && !looksLikeTemplate(doc) {
		return job.Document{}, job.ErrNotTemplate
	}
	return doc, nil
}

// readAll reads a file's text, and no more of it than can be accepted.
func readAll(r io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, job.MaxBytes+1))
}
