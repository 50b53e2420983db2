package read

import (
	"slices"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"

	"saejob/internal/plan"
)

// The members that a row of each kind has, all of them. Each may have a severity.
var rowMembers = map[string][]string{
	"requires": {"field", "in", "fields", "source", "message"},
	"forbids":  {"field", "in", "fields", "source", "message"},
	"pairs":    {"field", "with", "table", "source", "message"},
	"atMost":   {"field", "n", "of", "source", "message"},
	"allows":   {"field", "in", "with", "values", "source", "message"},
	"unique":   {"field", "key", "source", "message"},
}

// readRows reads the rows into p and holds them against its fields.
func (s *schema) readRows(p *plan.Plan) error {
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
	case "allows":
		r := plan.Allows{Row: row}
		r.In, r.With, r.Values, err = allows(c.parts)
		p.Allows = append(p.Allows, r)
		c.allows(r)
	case "unique":
		r := plan.Unique{Row: row}
		r.Key, err = text(c.parts["key"])
		p.Unique = append(p.Unique, r)
		c.unique(r)
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
		if !slices.Contains(rowMembers[decl.kind], name) && name != "severity" || parts[name] != nil || f.Constraint != token.ILLEGAL {
			return nil, errorAt(f, "member %s is not known, or is there twice, in row %s of %s", name, decl.id, decl.kind)
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
func (s *schema) row(decl rowDecl, parts map[string]ast.Expr) (plan.Row, error) {
	r := plan.Row{ID: decl.id, Doc: decl.doc, Topic: decl.topic}
	var err error
	if r.Field, err = text(parts["field"]); err != nil {
		return r, err
	}
	if r.Source, err = composed(parts["source"], s.consts); err != nil {
		return r, err
	}
	if r.Message, err = text(parts["message"]); err != nil || parts["severity"] == nil {
		return r, err
	}
	r.Severity, err = text(parts["severity"])
	if err == nil && r.Severity != "error" && r.Severity != "warning" {
		err = errorAt(parts["severity"], "row %s: severity is %q; it must be error or warning", decl.id, r.Severity)
	}
	return r, err
}
