package read

import (
	"slices"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"

	"saejob/internal/plan"
)

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

// allows reads which texts an allows row accepts, of which field, and when.
func allows(parts map[string]ast.Expr) (in []string, with string, values []string, err error) {
	if in, err = list(parts["in"], text); err != nil {
		return nil, "", nil, err
	}
	if with, err = text(parts["with"]); err != nil {
		return nil, "", nil, err
	}
	values, err = list(parts["values"], text)
	return in, with, values, err
}
