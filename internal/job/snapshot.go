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
	// Single: the source is one template, not a place where some are.
	Single bool
	// Dir is the place of the directory that all templates are below, without a
	// "/" at its end. Where it is empty, nobody knows of one.
	Dir  string
	Refs []Ref
}

// Ref says where a template is, and opens it.
type Ref struct {
	// Place is what reports call it: a file's path, with "/", relative to the
	// repository's root where there is one.
	Place string
	// File is the path of the file; empty where it is none.
	File string
	// Known is what is known of the template before it is opened, such as from a
	// listing. It says which one is meant if it cannot be read; with AppID and
	// Name, it need not be opened to tell which it is.
	Known Identity
	// Ahead tells that the template will be opened, where that takes long: it is
	// read meanwhile, in the order in which it was told. Nil: it makes no
	// difference.
	Ahead func()
	// Open reads the template; what Ahead is for can be opened again for nothing.
	// ErrNotTemplate: the file is something else, and not counted. ErrGone: there
	// is no such template any more. Any other error: the template is unread.
	Open func() (Document, error)
}

// ReadAhead tells of templates that they will be opened.
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
		return errors.New("contains no template")
	}
	return nil
}

// What [Ref.Open] says of what is no template.
var (
	// ErrNotTemplate says that a file is something else.
	ErrNotTemplate = errors.New("not a template")
	// ErrGone says that a template was listed and is not there any more.
	ErrGone = errors.New("deleted after it was listed")
)
