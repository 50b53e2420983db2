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
var known = []string{"string", "bool", "int32", "int64", "list", "net", "strings"}

// typeOf reads what a value may be.
func (s *schema) typeOf(e ast.Expr) (plan.Type, error) {
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
func (s *schema) named(id *ast.Ident) (plan.Type, error) {
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
		return plan.Type{}, errorAt(id, "%s contains itself", id.Name)
	}
	def.used, def.open = true, true
	defer func() { def.open = false }()
	body, ok := def.field.Value.(*ast.StructLit)
	if !ok || mapMember(body) != nil {
		t, err := s.typeOf(def.field.Value)
		if err == nil && onlyString(&t) && t.String.Words == "" && hasForm(t.String) {
			t.String.Words = phrase(doc(def.field))
		}
		return t, err
	}
	fields, err := s.fields(body, nil)
	return plan.Type{Object: &plan.Object{Fields: fields}}, err
}

// hasForm reports whether texts must have a form.
func hasForm(t *plan.String) bool { return t.Pattern != "" || t.NotPattern != "" || t.Formats != nil }

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
func (s *schema) listType(l *ast.ListLit) (plan.Type, error) {
	if len(l.Elts) == 1 {
		if rest, ok := l.Elts[0].(*ast.Ellipsis); ok && rest.Type != nil {
			item, err := s.typeOf(rest.Type)
			return plan.Type{List: &plan.List{Item: item}}, err
		}
	}
	return plan.Type{}, errorAt(l, "a list must have the form [...TYPE]")
}

// constrained reads TYPE & CONSTRAINT & …: one type, which has one kind of value
// and lists none, and what narrows it.
func (s *schema) constrained(e *ast.BinaryExpr) (plan.Type, error) {
	parts := operands(e, token.AND)
	t, err := s.typeOf(parts[0])
	if err != nil {
		return plan.Type{}, err
	}
	for _, part := range parts[1:] {
		if err := narrow(&t, part); err != nil {
			return plan.Type{}, err
		}
	}
	return t, nil
}

// mapMember returns the one member of a structure of the form {[NAMES]: TYPE},
// nil where the structure has another form.
func mapMember(body *ast.StructLit) *ast.Field {
	if len(body.Elts) != 1 {
		return nil
	}
	member, ok := body.Elts[0].(*ast.Field)
	if !ok {
		return nil
	}
	if names, ok := member.Label.(*ast.ListLit); !ok || len(names.Elts) != 1 {
		return nil
	}
	return member
}

// mapType reads {[NAMES]: TYPE}.
func (s *schema) mapType(member *ast.Field) (plan.Type, error) {
	switch {
	case member.Constraint != token.ILLEGAL:
		return plan.Type{}, errorAt(member, "names have a mark %s", member.Constraint)
	case len(member.Attrs) > 0:
		return plan.Type{}, errorAt(member.Attrs[0], "attribute of names is not known: fields have attributes")
	case doc(member) == "":
		return plan.Type{}, errorAt(member, "no comment says what the names may be")
	}
	of, err := names(member.Label.(*ast.ListLit).Elts[0])
	if err != nil {
		return plan.Type{}, err
	}
	t, err := s.typeOf(member.Value)
	words := strings.Join(strings.Fields(doc(member)), " ")
	return plan.Type{Object: &plan.Object{Map: &plan.Map{Doc: words, Names: of, Type: t}}}, err
}
