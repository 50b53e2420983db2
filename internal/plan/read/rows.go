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

// when reads the condition and the fields of a requires or forbids row.
func when(parts map[string]ast.Expr) (in, fields []string, err error) {
	if in, err = list(parts["in"], text); err != nil {
		return nil, nil, err
	}
	fields, err = list(parts["fields"], text)
	return in, fields, err
}

// pair reads the table of a pairs row.
func pair(parts map[string]ast.Expr) (with string, table []plan.PairEntry, err error) {
	if with, err = text(parts["with"]); err != nil {
		return "", nil, err
	}
	rows, err := members(parts["table"])
	if err != nil {
		return "", nil, err
	}
	for _, m := range rows {
		value, quoted, err := label(m)
		if err != nil {
			return "", nil, err
		}
		if !quoted || m.Constraint != token.ILLEGAL {
			return "", nil, errorAt(m, `a table must have the form "value": [12, 34]`)
		}
		allowed, err := list(m.Value, integer)
		if err != nil {
			return "", nil, err
		}
		slices.Sort(allowed)
		table = append(table, plan.PairEntry{Value: value, Allowed: allowed})
	}
	return with, table, nil
}

// atMost reads which items an atMost row counts, and how many it allows.
func atMost(parts map[string]ast.Expr) (n int, of []plan.Member, err error) {
	bound, err := integer(parts["n"])
	if err != nil {
		return 0, nil, err
	}
	body, ok := parts["of"].(*ast.StructLit)
	if !ok || len(body.Elts) < 2 {
		return 0, nil, errorAt(parts["of"], `items must have the form {name!: "text", ...}`)
	}
	last, ok := body.Elts[len(body.Elts)-1].(*ast.Ellipsis)
	if !ok || last.Type != nil {
		return 0, nil, errorAt(body, "without ... at its end, the row counts no item that has other members")
	}
	fields, err := members(&ast.StructLit{Lbrace: body.Lbrace, Elts: body.Elts[:len(body.Elts)-1]})
	if err != nil {
		return 0, nil, err
	}
	for _, f := range fields {
		m := plan.Member{}
		if m.Name, err = memberName(f); err != nil {
			return 0, nil, err
		}
		if f.Constraint != token.NOT {
			return 0, nil, errorAt(f, "without ! behind %s, the row counts items that lack it", m.Name)
		}
		if m.Text, err = text(f.Value); err != nil {
			return 0, nil, err
		}
		of = append(of, m)
	}
	return int(bound), of, nil
}
