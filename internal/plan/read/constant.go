package read

import (
	"math/big"
	"strings"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/literal"
	"cuelang.org/go/cue/token"
)

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
