// Package read turns a CUE schema into a plan: the tables that the program walks
// over a document. It reads a small, closed part of CUE. An expression, builtin,
// attribute, word or member of a row that it does not know is an error, so a
// plan can never accept what the schema refuses. It is the one room of CUE, and
// also holds the judge that asks CUE itself.
//
// What a schema may hold:
//
//	a definition       #Name: TYPE; the first sentence above one of texts that must
//	                   have a form says which, for messages
//	a type             string, bool, int32, int64, _, #Name, "text", 12, [...TYPE],
//	                   TYPE | TYPE, TYPE & CONSTRAINT
//	a constraint       >=1, <=300, !="", =~"regexp", !~"regexp",
//	                   strings.MinRunes(1), strings.MaxRunes(36), list.MinItems(1),
//	                   net.IP, net.IPCIDR, (net.IP | net.IPCIDR)
//	a structure        as a definition only: {name!: TYPE @sae(…), name?: TYPE}
//	a map              {[string]: TYPE}, {[CONSTRAINT & …]: TYPE}, with a comment
//	                   above the brackets that says what the names may be
//	a row              requires, forbids, pairs, atMost, allows or unique: "id": {…}
//	the derivation     #JobTemplate, in the one form that applies the rows
//	a constant         _name: "text", for the sources of rows and of fields: @page(name)
package read

import (
	"fmt"
	"io/fs"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/cuecontext"

	"saejob/internal/plan"
)

// Plan reads the *.cue files of fsys, one package, and returns the plan of the
// definition root, such as "#Template". An error names file and line. It is also
// an error when a definition or row is not part of that plan, or when CUE itself
// does not take the files.
func Plan(fsys fs.FS, root string) (*plan.Plan, error) {
	files, err := parse(fsys)
	if err != nil {
		return nil, err
	}
	p, err := fromSyntax(files, root)
	if err != nil {
		return nil, err
	}
	if _, err := compile(cuecontext.New(), files); err != nil {
		return nil, err
	}
	p.Digest, err = plan.Digest(fsys)
	return p, err
}

// fromSyntax reads the plan of root from what stands in the files alone: nothing
// of CUE is evaluated.
func fromSyntax(files []*ast.File, root string) (*plan.Plan, error) {
	s, err := declarations(files)
	if err != nil {
		return nil, err
	}
	p := &plan.Plan{}
	if p.Fields, err = s.root(root); err != nil {
		return nil, err
	}
	if err := s.readRows(p); err != nil {
		return nil, err
	}
	return p, s.checkUse(root)
}

// root reads the definition that the plan is about.
func (s *schema) root(name string) ([]plan.Field, error) {
	def := s.defs[name]
	if def == nil {
		return nil, fmt.Errorf("no file defines %s", name)
	}
	def.used = true
	body, ok := def.field.Value.(*ast.StructLit)
	if !ok {
		return nil, errorAt(def.field, "%s is not a structure", name)
	}
	fields, err := s.fields(body, &topics{s: s, topic: def.topic})
	if err != nil {
		return nil, err
	}
	for i := range fields {
		if page := s.consts["_page"]; page != "" && fields[i].Source == "" {
			fields[i].Source = page + "#" + fields[i].Name
		}
	}
	return fields, nil
}

// checkUse refuses definitions that nothing uses, and rows that nothing applies.
func (s *schema) checkUse(root string) error {
	derived := false
	for _, name := range s.order {
		def := s.defs[name]
		switch {
		case def.used:
		case isDerivation(def.field.Value, root):
			derived = true
		default:
			return errorAt(def.field, "%s is neither used by %s nor its derivation", name, root)
		}
	}
	if len(s.rows) > 0 && !derived {
		return fmt.Errorf("no definition applies the rows to %s", root)
	}
	return nil
}
