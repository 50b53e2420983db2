package read

import (
	"slices"
	"strings"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"
)

// schema is one, parsed, with what stands at the top of its files.
type schema struct {
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

// rowKinds are the kinds of rows.
var rowKinds = []string{"requires", "forbids", "pairs", "atMost", "allows", "unique"}

// declarations sorts out what stands at the top of the files of a schema.
func declarations(files []*ast.File) (*schema, error) {
	s := &schema{files: files, defs: map[string]*definition{}, consts: map[string]string{}}
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

// topLevel takes in one declaration of a file.
func (s *schema) topLevel(topic string, decl ast.Decl) error {
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

var imports = []string{`"list"`, `"net"`, `"strings"`}

// checkImports accepts the builtin packages whose functions are known.
func checkImports(d *ast.ImportDecl) error {
	for _, spec := range d.Specs {
		if spec.Name != nil || !slices.Contains(imports, spec.Path.Value) {
			return errorAt(spec, "import of %s is not known", spec.Path.Value)
		}
	}
	return nil
}

func (s *schema) topField(topic string, f *ast.Field) error {
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
func (s *schema) constant(name string, f *ast.Field) error {
	value, err := text(f.Value)
	if err != nil {
		return err
	}
	if s.consts[name] != "" {
		return errorAt(f, "%s is there twice", name)
	}
	s.consts[name] = value
	return nil
}

// rowDecls takes in KIND: "id": {…}.
func (s *schema) rowDecls(kind, topic string, f *ast.Field) error {
	outer, err := members(f.Value)
	if err != nil {
		return err
	}
	for _, m := range outer {
		body, ok := m.Value.(*ast.StructLit)
		id, quoted, err := label(m)
		if err != nil {
			return err
		}
		if !ok || !quoted || m.Constraint != token.ILLEGAL || !nameForm.MatchString(id) {
			return errorAt(m, `a row must have the form %s: "some-name": {…}`, kind)
		}
		row := rowDecl{kind: kind, id: id, doc: doc(m), topic: topic, node: m, body: body}
		if row.doc == "" { // it stands above KIND, on the same line
			row.doc = doc(f)
		}
		if slices.ContainsFunc(s.rows, func(o rowDecl) bool { return o.id == id }) {
			return errorAt(m, "row %s is there twice", id)
		}
		s.rows = append(s.rows, row)
	}
	return nil
}
