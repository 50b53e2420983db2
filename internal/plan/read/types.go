package read

import (
	"math"
	"strings"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"

	"saejob/internal/plan"
)

// known are the names that CUE predeclares or imports and that are known here.
// A field must not have such a name: it would hide what its neighbors mean.
var known = []string{"string", "bool", "int32", "int64", "list", "strings"}

// typeOf reads what a value may be.
func (s *source) typeOf(e ast.Expr) (plan.Type, error) {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return s.typeOf(e.X)
	case *ast.Ident:
		return s.named(e)
	case *ast.BasicLit:
		if e.Kind == token.STRING || e.Kind == token.INT {
			return constantType(e)
		}
	case *ast.UnaryExpr:
		if e.Op == token.SUB {
			return constantType(e)
		}
	case *ast.ListLit:
		return s.listType(e)
	case *ast.StructLit:
		if member := mapMember(e); member != nil {
			return s.mapType(member)
		}
	case *ast.BinaryExpr:
		switch e.Op {
		case token.OR:
			return s.union(e)
		case token.AND:
			return s.constrained(e)
		}
	}
	return plan.Type{}, errorAt(e, "%s is not known as a type", nameOf(e))
}

// named reads a type that has a name.
func (s *source) named(id *ast.Ident) (plan.Type, error) {
	switch id.Name {
	case "_":
		return plan.Type{Any: true}, nil
	case "string":
		return plan.Type{String: &plan.String{}}, nil
	case "bool":
		return plan.Type{Bool: true}, nil
	case "int32":
		return plan.Type{Int: &plan.Int{Min: math.MinInt32, Max: math.MaxInt32}}, nil
	case "int64":
		return plan.Type{Int: &plan.Int{Min: math.MinInt64, Max: math.MaxInt64}}, nil
	}
	def := s.defs[id.Name]
	if !strings.HasPrefix(id.Name, "#") {
		return plan.Type{}, errorAt(id, "%s is not known as a type", id.Name)
	}
	if def == nil {
		return plan.Type{}, errorAt(id, "%s is not defined", id.Name)
	}
	if def.open {
		return plan.Type{}, errorAt(id, "%s holds itself", id.Name)
	}
	def.used, def.open = true, true
	defer func() { def.open = false }()
	body, ok := def.field.Value.(*ast.StructLit)
	if !ok || mapMember(body) != nil {
		return s.typeOf(def.field.Value)
	}
	fields, err := s.fields(body, nil)
	return plan.Type{Object: &plan.Object{Fields: fields}}, err
}

// constantType reads a text or an integer that stands for itself.
func constantType(e ast.Expr) (plan.Type, error) {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		value, err := text(lit)
		return plan.Type{String: &plan.String{OneOf: []string{value}}}, err
	}
	n, err := integer(e)
	return plan.Type{Int: &plan.Int{OneOf: []int64{n}, Min: n, Max: n}}, err
}

// listType reads [...TYPE].
func (s *source) listType(l *ast.ListLit) (plan.Type, error) {
	if len(l.Elts) == 1 {
		if rest, ok := l.Elts[0].(*ast.Ellipsis); ok && rest.Type != nil {
			item, err := s.typeOf(rest.Type)
			return plan.Type{List: &plan.List{Item: item}}, err
		}
	}
	return plan.Type{}, errorAt(l, "a list is known as [...TYPE] only")
}
