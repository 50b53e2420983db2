package read

import (
	"slices"
	"strings"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"

	"saejob/internal/plan"
)

// topics follows the @topic lines of the root, which say in which file the
// types of the fields below them are. Nested structures have none.
type topics struct {
	s     *schema
	topic string
	lined bool // a @topic line was there
}

// fields reads the members of a structure. top is nil for a nested one.
func (s *schema) fields(body *ast.StructLit, top *topics) ([]plan.Field, error) {
	var fields []plan.Field
	var nodes []*ast.Field
	for _, decl := range body.Elts {
		switch d := decl.(type) {
		case *ast.CommentGroup:
			continue
		case *ast.Attribute:
			if err := top.line(d); err != nil {
				return nil, err
			}
		case *ast.Field:
			f, err := s.field(d, top)
			if err != nil {
				return nil, err
			}
			if slices.ContainsFunc(fields, func(o plan.Field) bool { return o.Name == f.Name }) {
				return nil, errorAt(d, "%s is there twice", f.Name)
			}
			fields, nodes = append(fields, f), append(nodes, d)
		default:
			return nil, errorAt(decl, "%s is not known in a structure", nameOf(decl))
		}
	}
	return fields, checkTogether(fields, nodes)
}

// field reads one member.
func (s *schema) field(d *ast.Field, top *topics) (plan.Field, error) {
	f := plan.Field{Doc: doc(d)}
	var err error
	if f.Name, err = memberName(d); err != nil {
		return f, err
	}
	switch d.Constraint {
	case token.NOT:
		f.Required = true
	case token.OPTION:
	default:
		return f, errorAt(d, "%s is neither required (!) nor optional (?)", f.Name)
	}
	if top != nil {
		if f.Topic, err = top.of(d); err != nil {
			return f, err
		}
	}
	if f.Type, err = s.typeOf(d.Value); err != nil {
		return f, err
	}
	return f, readAttributes(&f, d, top != nil, s.consts)
}

// memberName returns the name of a member that is part of a document.
func memberName(d *ast.Field) (string, error) {
	name, quoted, err := label(d)
	switch {
	case err != nil:
		return "", err
	case !quoted && strings.HasPrefix(name, "#"), !quoted && strings.HasPrefix(name, "_"):
		return "", errorAt(d, "%s is not known in a structure: it is not part of a document", name)
	case !quoted && slices.Contains(known, name):
		return "", errorAt(d, "%s hides the builtin of that name: quote it", name)
	}
	return name, nil
}

// line follows a @topic(FILE) line.
func (t *topics) line(a *ast.Attribute) error {
	words, err := words(a)
	if err != nil {
		return err
	}
	if name, _ := a.Split(); t == nil || name != "topic" || len(words) != 1 {
		return errorAt(a, "attribute %s is not known here", a.Text)
	}
	if !slices.ContainsFunc(t.s.files, func(f *ast.File) bool { return f.Filename == words[0]+".cue" }) {
		return errorAt(a, "there is no file %s.cue", words[0])
	}
	t.topic, t.lined = words[0], true
	return nil
}

// of returns the topic of a field of the root. The definitions that the field
// names must be in that file.
func (t *topics) of(d *ast.Field) (string, error) {
	var problem error
	ast.Walk(d.Value, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || !t.lined || t.s.defs[id.Name] == nil {
			return true
		}
		if file := t.s.defs[id.Name].topic; file != t.topic && problem == nil {
			problem = errorAt(id, "%s is defined in %s.cue, but stands below @topic(%s)", id.Name, file, t.topic)
		}
		return true
	}, nil)
	return t.topic, problem
}

// checkTogether checks what the fields of a structure say of each other.
func checkTogether(fields []plan.Field, nodes []*ast.Field) error {
	for i, f := range fields {
		instead := func(o plan.Field) bool { return o.Name == f.Deprecated && o.Name != f.Name }
		if f.Deprecated != "" && !slices.ContainsFunc(fields, instead) {
			return errorAt(nodes[i], "%s is deprecated for %s, which is not there", f.Name, f.Deprecated)
		}
		for _, o := range fields[:i] {
			if f.Change.ID != "" && f.Change.ID == o.Change.ID {
				return errorAt(nodes[i], "changes of %s and of %s have the same name, %s", o.Name, f.Name, f.Change.ID)
			}
		}
	}
	return nil
}
