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
			return "", nil, errorAt(m, `a table is known as "value": [12, 34] only`)
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
		return 0, nil, errorAt(parts["of"], `items are known as {name!: "text", ...} only`)
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

// list reads a list of constants, which are not empty and differ.
func list[T string | int64](e ast.Expr, read func(ast.Expr) (T, error)) ([]T, error) {
	l, ok := e.(*ast.ListLit)
	if !ok || len(l.Elts) == 0 {
		return nil, errorAt(e, "%s is no list of constants", nameOf(e))
	}
	var all []T
	for _, elt := range l.Elts {
		value, err := read(elt)
		if err != nil {
			return nil, err
		}
		if slices.Contains(all, value) {
			return nil, errorAt(elt, "%v stands twice", value)
		}
		all = append(all, value)
	}
	return all, nil
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
