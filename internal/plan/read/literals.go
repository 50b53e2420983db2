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
