package read

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/parser"
	"cuelang.org/go/cue/token"
)

// source is a schema, parsed, with what stands at the top of its files.
type source struct {
	files  []*ast.File
	defs   map[string]*definition
	order  []string // the names of defs, as they come
	consts map[string]string
	rows   []rowDecl
}

// definition is a #Name of the schema.
type definition struct {
	field *ast.Field
	topic string
	// used: a type names it. open: it is being read just now.
	used, open bool
}

// rowDecl is a row, not read yet.
type rowDecl struct {
	kind, id, doc, topic string
	node                 *ast.Field
	body                 *ast.StructLit
}

// load parses the schema and sorts out what stands at the top of its files.
func load(fsys fs.FS) (*source, error) {
	files, err := parse(fsys)
	if err != nil {
		return nil, err
	}
	s := &source{files: files, defs: map[string]*definition{}, consts: map[string]string{}}
	for _, f := range files {
		if f.PackageName() != files[0].PackageName() {
			return nil, errorAt(f, "package %s, but %s has package %s",
				f.PackageName(), files[0].Filename, files[0].PackageName())
		}
		for _, decl := range f.Decls {
			if err := s.topLevel(strings.TrimSuffix(f.Filename, ".cue"), decl); err != nil {
				return nil, err
			}
		}
	}
	return s, nil
}

// parse parses the *.cue files of fsys, comments and all, by name.
func parse(fsys fs.FS) ([]*ast.File, error) {
	names, err := fs.Glob(fsys, "*.cue")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, errors.New("no *.cue file")
	}
	slices.Sort(names)
	var files []*ast.File
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		f, err := parser.ParseFile(name, text, parser.ParseComments)
		if err != nil {
			return nil, cueError(err)
		}
		files = append(files, f)
	}
	return files, nil
}

// topLevel takes in one declaration of a file.
func (s *source) topLevel(topic string, decl ast.Decl) error {
	switch d := decl.(type) {
	case *ast.CommentGroup, *ast.Package:
		return nil
	case *ast.ImportDecl:
		return checkImports(d)
	case *ast.Field:
		return s.topField(topic, d)
	}
	return errorAt(decl, "%s is not known at the top of a file", nameOf(decl))
}

// checkImports accepts the builtin packages whose functions are known.
func checkImports(d *ast.ImportDecl) error {
	for _, spec := range d.Specs {
		if spec.Name != nil || spec.Path.Value != `"list"` && spec.Path.Value != `"strings"` {
			return errorAt(spec, "import of %s is not known", spec.Path.Value)
		}
	}
	return nil
}

func (s *source) topField(topic string, f *ast.Field) error {
	name, _, err := label(f)
	switch {
	case err != nil:
		return err
	case f.Constraint != token.ILLEGAL:
		return errorAt(f, "%s at the top of a file has a mark %s", name, f.Constraint)
	case len(f.Attrs) > 0:
		return errorAt(f.Attrs[0], "attribute of %s is not known: fields have attributes", name)
	case strings.HasPrefix(name, "#"):
		if s.defs[name] != nil {
			return errorAt(f, "%s is defined twice", name)
		}
		s.defs[name] = &definition{field: f, topic: topic}
		s.order = append(s.order, name)
		return nil
	case strings.HasPrefix(name, "_"):
		return s.constant(name, f)
	case slices.Contains(rowKinds, name):
		return s.rowDecls(name, topic, f)
	}
	return errorAt(f, "%s is neither a definition nor a kind of row", name)
}

// constant takes in a text that sources of rows refer to.
func (s *source) constant(name string, f *ast.Field) error {
	value, err := text(f.Value)
	if err != nil {
		return err
	}
	if s.consts[name] != "" {
		return errorAt(f, "%s stands twice", name)
	}
	s.consts[name] = value
	return nil
}
