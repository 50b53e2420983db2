package read

import (
	"fmt"
	"strings"

	"cuelang.org/go/cue/ast"
)

// errorAt puts file and line before a message.
func errorAt(n ast.Node, format string, args ...any) error {
	pos := n.Pos()
	return fmt.Errorf("%s:%d: %s", pos.Filename(), pos.Line(), fmt.Sprintf(format, args...))
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

// doc returns the comment right above n.
func doc(n ast.Node) string {
	for _, c := range ast.Comments(n) {
		if c.Doc {
			return strings.TrimSpace(c.Text())
		}
	}
	return ""
}

// nameOf says in words what n is.
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
