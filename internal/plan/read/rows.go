package read

import (
	"slices"
	"strings"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"

	"saejob/internal/plan"
)

var rowKinds = []string{"requires", "forbids", "pairs", "atMost"}

// The members that a row of each kind has, all of them.
var rowMembers = map[string][]string{
	"requires": {"field", "in", "fields", "source", "message"},
	"forbids":  {"field", "in", "fields", "source", "message"},
	"pairs":    {"field", "with", "table", "source", "message"},
	"atMost":   {"field", "n", "of", "source", "message"},
}

// rowDecls takes in KIND: "id": {…}.
func (s *source) rowDecls(kind, topic string, f *ast.Field) error {
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
			return errorAt(m, `a row is known as %s: "some-name": {…} only`, kind)
		}
		row := rowDecl{kind: kind, id: id, doc: doc(f), topic: topic, node: m, body: body}
		if row.doc == "" {
			row.doc = doc(m)
		}
		if slices.ContainsFunc(s.rows, func(o rowDecl) bool { return o.id == id }) {
			return errorAt(m, "row %s is there twice", id)
		}
		s.rows = append(s.rows, row)
	}
	return nil
}

// readRows reads the rows, checks them against the fields, and puts them into p.
func (s *source) readRows(p *plan.Plan) error {
	for _, decl := range s.rows {
		parts, err := rowParts(decl)
		if err != nil {
			return err
		}
		row, err := s.row(decl, parts)
		if err != nil {
			return err
		}
		c := rowCheck{plan: p, decl: decl, parts: parts}
		switch decl.kind {
		case "requires":
			r := plan.Requires{Row: row}
			r.In, r.Fields, err = when(parts)
			p.Requires = append(p.Requires, r)
			c.when(row, r.In, r.Fields)
		case "forbids":
			r := plan.Forbids{Row: row}
			r.In, r.Fields, err = when(parts)
			p.Forbids = append(p.Forbids, r)
			c.when(row, r.In, r.Fields)
		case "pairs":
			r := plan.Pair{Row: row}
			r.With, r.Table, err = pair(parts)
			p.Pairs = append(p.Pairs, r)
			c.pair(r)
		case "atMost":
			r := plan.AtMost{Row: row}
			r.N, r.Of, err = atMost(parts)
			p.AtMost = append(p.AtMost, r)
			c.atMost(r)
		}
		if err == nil {
			c.message(row.Message)
			err = c.err
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// rowParts returns the members of a row by name: all that its kind has, and no
// other.
func rowParts(decl rowDecl) (map[string]ast.Expr, error) {
	fields, err := members(decl.body)
	if err != nil {
		return nil, err
	}
	parts := map[string]ast.Expr{}
	for _, f := range fields {
		name, _, err := label(f)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(rowMembers[decl.kind], name) || parts[name] != nil || f.Constraint != token.ILLEGAL {
			return nil, errorAt(f, "member %s is not known, or stands twice, in row %s of %s", name, decl.id, decl.kind)
		}
		parts[name] = f.Value
	}
	for _, name := range rowMembers[decl.kind] {
		if parts[name] == nil {
			return nil, errorAt(decl.node, "row %s has no %s", decl.id, name)
		}
	}
	return parts, nil
}

// row reads what all rows have.
func (s *source) row(decl rowDecl, parts map[string]ast.Expr) (plan.Row, error) {
	r := plan.Row{ID: decl.id, Doc: decl.doc, Topic: decl.topic}
	var err error
	if r.Field, err = text(parts["field"]); err != nil {
		return r, err
	}
	if r.Source, err = s.composed(parts["source"]); err != nil {
		return r, err
	}
	r.Message, err = text(parts["message"])
	return r, err
}

// composed reads a text that may hold constants: "\(_page)#Cpu".
func (s *source) composed(e ast.Expr) (string, error) {
	parts, ok := e.(*ast.Interpolation)
	if !ok {
		return text(e)
	}
	var b strings.Builder
	for i, part := range parts.Elts {
		if i%2 == 1 {
			id, ok := part.(*ast.Ident)
			if !ok || s.consts[id.Name] == "" {
				return "", errorAt(e, "%s is no constant text", nameOf(part))
			}
			b.WriteString(s.consts[id.Name])
			continue
		}
		raw := part.(*ast.BasicLit).Value
		raw = strings.TrimSuffix(strings.TrimPrefix(raw, ")"), `\(`)
		if strings.Contains(raw, `\`) {
			return "", errorAt(e, "an escape beside a constant is not known")
		}
		b.WriteString(raw)
	}
	return strings.Trim(b.String(), `"`), nil
}

// members returns the plain fields of a structure of data.
func members(e ast.Expr) ([]*ast.Field, error) {
	body, ok := e.(*ast.StructLit)
	if !ok {
		return nil, errorAt(e, "%s is no structure", nameOf(e))
	}
	var fields []*ast.Field
	for _, decl := range body.Elts {
		switch d := decl.(type) {
		case *ast.CommentGroup:
		case *ast.Field:
			if len(d.Attrs) > 0 {
				return nil, errorAt(d.Attrs[0], "attribute %s is not known here", d.Attrs[0].Text)
			}
			fields = append(fields, d)
		default:
			return nil, errorAt(decl, "%s is not known in a row", nameOf(decl))
		}
	}
	return fields, nil
}
