// Package source turns what a user names as a source into a snapshot: a file, a
// directory, a revision of git, live templates, or "-" for standard input.
//
// [KindOf] tells what a source is by its spelling, and [Reader.Open] opens it: a file a
// kind (source.go for standard input, path.go, revision.go, live.go). Each
// template is read when its reference is opened. [Reader.Changed] compares files with
// a revision, and [Place] returns what reports call a file.
package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"sync"

	"saejob/internal/git"
	"saejob/internal/job"
	"saejob/internal/text"
)

// Stdin is what reports call a template that came in on standard input.
const Stdin = "<stdin>"

// Reader opens sources. One serves for a whole run, after which [Reader.Close] ends
// what it has started.
type Reader struct {
	// Dir is the directory that paths start from; empty: the current one.
	Dir   string
	Stdin io.Reader
	// StdinName is the path that reports call standard input by, from Dir; empty:
	// [Stdin].
	StdinName string
	// Note is told, once, what a user should know of how sources are read; optional.
	Note func(what string)
	// Cloud is how live templates are read.
	Cloud Cloud

	noted      sync.Once
	once       sync.Once
	repository git.Repository
	ahead      readAhead
	// named: "-" was opened.
	named bool
}

// Err returns why reading live templates was given up, if it was: every further call
// would have failed alike.
func (r *Reader) Err() error { return r.ahead.failure() }

// Close ends what the reader has started. No reference of its snapshots can be
// opened any more.
func (r *Reader) Close() {
	r.ahead.stop()
	r.repository.Close()
}

// git returns the repository that paths start in.
func (r *Reader) git() *git.Repository {
	r.once.Do(func() { r.repository.Dir = r.Dir })
	return &r.repository
}

// Kind is what a source is, told by its spelling alone.
type Kind uint8

// The kinds of sources.
const (
	Path Kind = iota
	Standard
	Live
	Revision // of git, or its index
)

var drive = regexp.MustCompile(`^[A-Za-z]:[\\/]`)

// KindOf returns what a source is. What is on the disk does not matter: a directory
// whose name looks like a revision is written ./NAME.
func KindOf(spelling string) Kind {
	switch {
	case spelling == "-":
		return Standard
	case strings.HasPrefix(spelling, live):
		return Live
	case os.PathSeparator == '\\' && drive.MatchString(spelling):
		return Path
	case strings.HasPrefix(spelling, "./"), strings.HasPrefix(spelling, "../"), strings.HasPrefix(spelling, "/"):
		return Path
	case strings.Contains(spelling, ":"):
		return Revision
	}
	return Path
}

// Open returns the snapshot of a source. The context also ends the reading of its
// templates.
func (r *Reader) Open(ctx context.Context, spelling string) (job.Snapshot, error) {
	switch KindOf(spelling) {
	case Standard:
		return r.standard()
	case Live:
		return r.cloud(ctx, spelling)
	case Revision:
		return r.revision(ctx, spelling)
	}
	return r.path(ctx, spelling)
}

// standard reads standard input as one file, once.
func (r *Reader) standard() (job.Snapshot, error) {
	if r.named {
		return job.Snapshot{}, errors.New("- is named twice; standard input can be read only once")
	}
	r.named = true
	place := Stdin
	if r.StdinName != "" {
		var err error
		if place, err = r.stdinPlace(); err != nil {
			return job.Snapshot{}, err
		}
	}
	read := sync.OnceValues(func() ([]byte, error) { return readAll(r.Stdin) })
	return job.Snapshot{Name: "-", World: "-", Single: true, Refs: []job.Ref{{Place: place, Open: func() (job.Document, error) {
		content, err := read()
		if err != nil {
			return job.Document{}, fmt.Errorf("standard input: %w", err)
		}
		return document(content, false)
	}}}}, nil
}

// stdinPlace returns the place of the file that standard input is said to be.
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
func document(content []byte, found bool) (job.Document, error) {
	t, problems := job.Parse(content)
	doc := job.Document{Template: t, Problems: problems, Text: content}
	if found && !looksLikeTemplate(doc) {
		return job.Document{}, job.ErrNotTemplate
	}
	if !looksLikeTemplate(doc) && holdsTemplate(doc) {
		doc.Template, doc.Problems = nil, append(problems, job.Problem{Range: t.Root.Start(), Message: isAnswer})
	}
	return doc, nil
}

// isAnswer is said of a file that was saved from the API.
const isAnswer = "this is an answer of DescribeJob, not a template; saejob export --from FILE -d DIR makes a template of it"

// readAll reads a file's text, and no more of it than can be accepted.
func readAll(r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, job.MaxBytes+1))
	if len(text) > large && os.Getenv("GOGC") == "" {
		debug.SetGCPercent(40)
	}
	return text, err
}

// large is a file for whose tree memory is collected more often: it takes up to sixty
// times the text. No template of a usual size is as large.
const large = 1 << 20
