package read

import (
	"math/big"
	"regexp"
	"slices"
	"strings"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/literal"
	"cuelang.org/go/cue/token"
)

// What changes and rows are called: lower case, with hyphens.
var nameForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

// text reads a constant text.
func text(e ast.Expr) (string, error) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING || strings.HasPrefix(strings.TrimLeft(lit.Value, "#"), "'") {
		return "", errorAt(e, "%s is not a constant text", nameOf(e))
	}
	value, err := literal.Unquote(lit.Value)
	if err != nil {
		return "", errorAt(e, "%v", err)
	}
	return value, nil
}

// integer reads a constant integer, written with decimal digits only.
func integer(e ast.Expr) (int64, error) {
	sign, digits := "", e
	if minus, ok := e.(*ast.UnaryExpr); ok && minus.Op == token.SUB {
		sign, digits = "-", minus.X
	}
	lit, ok := digits.(*ast.BasicLit)
	if !ok || lit.Kind != token.INT {
		return 0, errorAt(e, "%s is not a constant integer", nameOf(e))
	}
	n, ok := new(big.Int).SetString(sign+lit.Value, 10)
	if !ok || !n.IsInt64() {
		return 0, errorAt(e, "%s is not an integer of 64 bits in decimal digits", sign+lit.Value)
	}
	return n.Int64(), nil
}

// composed reads a text that may hold constants: "\(_page)#Cpu".
func composed(e ast.Expr, consts map[string]string) (string, error) {
	parts, ok := e.(*ast.Interpolation)
	if !ok {
		return text(e)
	}
	var b strings.Builder
	for i, part := range parts.Elts {
		if i%2 == 1 {
			id, ok := part.(*ast.Ident)
			if !ok || consts[id.Name] == "" {
				return "", errorAt(e, "%s is not a constant text", nameOf(part))
			}
			b.WriteString(consts[id.Name])
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

// label returns the name of a field and whether it is quoted. Names that are
// computed are not known.
func label(f *ast.Field) (name string, quoted bool, err error) {
	if f.Alias != nil {
		return "", false, errorAt(f, "an alias is not known")
	}
	switch l := f.Label.(type) {
	case *ast.Ident:
		return l.Name, false, nil
	case *ast.BasicLit:
		name, err := text(l)
		return name, true, err
	}
	return "", false, errorAt(f, "%s is not known as the name of a field", nameOf(f.Label))
}

// list reads a list of constants, which are not empty and differ.
func list[T string | int64](e ast.Expr, read func(ast.Expr) (T, error)) ([]T, error) {
	l, ok := e.(*ast.ListLit)
	if !ok || len(l.Elts) == 0 {
		return nil, errorAt(e, "%s is not a list of constants", nameOf(e))
	}
	var all []T
	for _, elt := range l.Elts {
		value, err := read(elt)
		if err != nil {
			return nil, err
		}
		if slices.Contains(all, value) {
			return nil, errorAt(elt, "%v is there twice", value)
		}
		all = append(all, value)
	}
	return all, nil
}

// members returns the plain fields of a structure of data.
func members(e ast.Expr) ([]*ast.Field, error) {
	body, ok := e.(*ast.StructLit)
	if !ok {
		return nil, errorAt(e, "%s is not a structure", nameOf(e))
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

func distinct[T ~string | int64](values []T) []T {
	sorted := slices.Sorted(slices.Values(values))
	return slices.Compact(sorted)
}
