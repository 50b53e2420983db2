package read

import (
	"slices"

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

// readRows reads the rows into p and holds them against its fields.
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
		c := &rowCheck{plan: p, decl: decl, parts: parts}
		if err := addRow(p, row, c); err != nil {
			return err
		}
		c.message(row.Message)
		if c.err != nil {
			return c.err
		}
	}
	return nil
}

// addRow reads what the row's kind has, and adds it to p.
func addRow(p *plan.Plan, row plan.Row, c *rowCheck) (err error) {
	switch c.decl.kind {
	case "requires":
		r := plan.Requires{Row: row}
		r.In, r.Fields, err = when(c.parts)
		p.Requires = append(p.Requires, r)
		c.when(row, r.In, r.Fields)
	case "forbids":
		r := plan.Forbids{Row: row}
		r.In, r.Fields, err = when(c.parts)
		p.Forbids = append(p.Forbids, r)
		c.when(row, r.In, r.Fields)
	case "pairs":
		r := plan.Pair{Row: row}
		r.With, r.Table, err = pair(c.parts)
		p.Pairs = append(p.Pairs, r)
		c.pair(r)
	case "atMost":
		r := plan.AtMost{Row: row}
		r.N, r.Of, err = atMost(c.parts)
		p.AtMost = append(p.AtMost, r)
		c.atMost(r)
	}
	return err
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
