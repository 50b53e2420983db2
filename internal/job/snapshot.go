package job

import (
	"errors"
	"fmt"
)

// Snapshot is the templates of one source: an index of where they are. They are
// opened one at a time and not kept.
type Snapshot struct {
	// Name is the source as it was spelled.
	Name string
	// World tells files (empty), what is live, and each revision of git apart: they
	// may hold the same templates.
	World string
	// Single: the source is one template, not a place where some are.
	Single bool
	// Dir is the place of the directory that all templates are below, without a
	// "/" at its end. It is empty where there is none, or it is not known.
	Dir  string
	Refs []Ref
}

// Ref is where a template is, and how to open it.
type Ref struct {
	// Place is what reports call it: a file's path, with "/", relative to the
	// repository's root where there is one.
	Place string
	// File is the path of the file; empty where it is none.
	File string
	// Committed is the path, from the repository's root, of a file in a revision or in
	// the index; empty where it is none.
	Committed string
	// Known is what is known of the template before it is opened, such as from a
	// listing. It says which one is meant if it cannot be read; with AppID and
	// Name, it need not be opened to tell which it is.
	Known Identity
	// Ahead announces that the template will be opened, where that takes long: it
	// is read meanwhile, in the order of the announcements. Nil means that opening
	// is quick.
	Ahead func()
	// Open reads the template; what Ahead is for can be opened again for nothing.
	// ErrNotTemplate: the file is not a template, and not counted. ErrGone: the
	// template does not exist any more. Any other error: the template is unread.
	Open func() (Document, error)
}

// Path returns the path of a file from the repository's root, in the work tree or
// wherever in git; empty: it is no file.
func (r *Ref) Path() string {
	if r.File != "" {
		return r.Place
	}
	return r.Committed
}

// ReadAhead announces that templates will be opened.
func ReadAhead(refs ...*Ref) {
	for _, r := range refs {
		if r.Ahead != nil {
			r.Ahead()
		}
	}
}

// Document is a template as it was read.
type Document struct {
	// Template is nil where nothing could be read.
	Template *Template
	// Problems are what is refused in the file's text; with any, the template is
	// not to be trusted beyond telling what else is wrong.
	Problems []Problem
	// Text is the file's text; nil for what was no file.
	Text []byte
}

// Unread returns why a document is not to be trusted; nil if it is.
func (d Document) Unread() error {
	switch {
	case len(d.Problems) > 0:
		p := d.Problems[0]
		return fmt.Errorf("line %d, column %d: %s", p.Range.Line, p.Range.Column, p.Message)
	case d.Template == nil:
		return errors.New("holds no template")
	}
	return nil
}

// Errors of [Ref.Open].
var (
	// ErrNotTemplate: the file is not a template.
	ErrNotTemplate = errors.New("not a template")
	// ErrGone: the template was listed and does not exist any more.
	ErrGone = errors.New("deleted after it was listed")
)

// Skipped returns what a file was taken for that is not a template, by the error of
// [Ref.Open].
func Skipped(err error) string {
	if err == ErrNotTemplate {
		return "skipped: not a job template"
	}
	return err.Error()
}
