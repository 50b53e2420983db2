// Package source turns what a user names as a source into a snapshot: a file, a
// directory, or "-" for standard input.
package source

import (
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"saejob/internal/job"
)

// Stdin is what reports call a template that came in on standard input.
const Stdin = "<stdin>"

// Reader opens sources.
type Reader struct {
	// Dir is the directory that paths start from; empty: the current one.
	Dir   string
	Stdin io.Reader
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
	case strings.HasPrefix(text, "live:"):
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

// Open gives the snapshot of a source. An error says that there is none.
func (r Reader) Open(text string) (job.Snapshot, error) {
	switch KindOf(text) {
	case Standard:
		return r.standard(), nil
	case Live:
		return job.Snapshot{}, fmt.Errorf("%s: comparing with live templates is not supported; export them to a directory and name that", job.Quote(text))
	case Revision:
		return job.Snapshot{}, fmt.Errorf("%s: reading a git revision is not supported; check it out and name its directory (a path with a colon is written ./%s)", job.Quote(text), text)
	}
	return r.path(text)
}

// standard reads standard input as one file.
func (r Reader) standard() job.Snapshot {
	return job.Snapshot{Name: "-", Single: true, Refs: []job.Ref{{Place: Stdin, Open: func() (job.Document, error) {
		text, err := readAll(r.Stdin)
		if err != nil {
			return job.Document{}, fmt.Errorf("standard input: %w", err)
		}
		return parse(text), nil
	}}}}
}

func parse(text []byte) job.Document {
	t, problems := job.Parse(text)
	return job.Document{Template: t, Problems: problems, Text: text}
}

// readAll reads a file's text, and no more of it than can be accepted.
func readAll(r io.Reader) ([]byte, error) {
	return io.ReadAll(io.LimitReader(r, job.MaxBytes+1))
}
