package read

import (
	"fmt"
	"strings"

	"cuelang.org/go/cue/token"

	"cuelang.org/go/cue/ast"
)

// errorAt puts file and line before a message.
func errorAt(n ast.Node, format string, args ...any) error {
	pos := n.Pos()
	return fmt.Errorf("%s:%d: %s", pos.Filename(), pos.Line(), fmt.Sprintf(format, args...))
}

// doc returns the comment right above n.
func doc(n ast.Node) string {
	for _, c := range ast.Comments(n) {
		if c.Doc {
			return strings.TrimSpace(c.Text())
		}
	}
	return ""
}

// phrase returns the first sentence of a comment as a part of a sentence: "a name"
// of "A name."
func phrase(comment string) string {
	first, _, _ := strings.Cut(strings.Join(strings.Fields(comment), " "), ". ")
	first = strings.TrimSuffix(first, ".")
	for _, article := range []string{"A ", "An ", "The "} {
		if rest, ok := strings.CutPrefix(first, article); ok {
			return strings.ToLower(article) + rest
		}
	}
	return first
}

// nameOf returns in words what n is.
func nameOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Ident:
		return n.Name
	case *ast.BasicLit:
		return n.Value
	case *ast.UnaryExpr:
		return "operator " + n.Op.String()
	case *ast.BinaryExpr:
		return "operator " + n.Op.String()
	case *ast.SelectorExpr:
		return nameOf(n.X) + "." + nameOf(n.Sel)
	case *ast.CallExpr:
		return nameOf(n.Fun) + "()"
	case *ast.Comprehension:
		if _, ok := n.Clauses[0].(*ast.ForClause); ok {
			return "a loop"
		}
		return "a condition"
	case *ast.ListLit:
		return "a list"
	case *ast.Interpolation:
		return "a text with \\(…) in it"
	case *ast.LetClause:
		return "let"
	case *ast.Ellipsis:
		return "..."
	case *ast.EmbedDecl:
		return "embedded " + nameOf(n.Expr)
	case *ast.Attribute:
		return n.Text
	case *ast.StructLit:
		return "a structure without a name"
	case *ast.ParenExpr:
		return nameOf(n.X)
	}
	return strings.ToLower(strings.TrimPrefix(fmt.Sprintf("%T", n), "*ast."))
}

// operands returns a, b and c of a op b op c.
func operands(e ast.Expr, op token.Token) []ast.Expr {
	if b, ok := e.(*ast.BinaryExpr); ok && b.Op == op {
		return append(operands(b.X, op), operands(b.Y, op)...)
	}
	return []ast.Expr{e}
}
