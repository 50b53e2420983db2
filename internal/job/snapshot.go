package job

import "errors"

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
	// listing: it says which one is meant if it cannot be read.
	Known Identity
	// Open reads the template. ErrNotTemplate: the file is something else, and
	// not counted. Any other error: the template is unread.
	Open func() (Document, error)
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

// ErrNotTemplate says that a file is no template.
var ErrNotTemplate = errors.New("not a template")
