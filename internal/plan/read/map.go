package read

import (
	"strings"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"

	"saejob/internal/plan"
)

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
func (s *source) mapType(member *ast.Field) (plan.Type, error) {
	switch {
	case member.Constraint != token.ILLEGAL:
		return plan.Type{}, errorAt(member, "names have a mark %s", member.Constraint)
	case len(member.Attrs) > 0:
		return plan.Type{}, errorAt(member.Attrs[0], "attribute of names is not known: fields have attributes")
	case doc(member) == "":
		return plan.Type{}, errorAt(member, "no comment says what the names may be")
	}
	names, err := s.names(member.Label.(*ast.ListLit).Elts[0])
	if err != nil {
		return plan.Type{}, err
	}
	t, err := s.typeOf(member.Value)
	words := strings.Join(strings.Fields(doc(member)), " ")
	return plan.Type{Object: &plan.Object{Map: &plan.Map{Doc: words, Names: names, Type: t}}}, err
}

// names reads which names the members of a map may have: string, CONSTRAINT, or
// several constraints.
func (s *source) names(e ast.Expr) (plan.String, error) {
	t := plan.Type{String: &plan.String{}}
	if id, ok := e.(*ast.Ident); ok && id.Name == "string" {
		return *t.String, nil
	}
	for _, part := range operands(e, token.AND) {
		if err := narrow(&t, part); err != nil {
			return plan.String{}, err
		}
	}
	return *t.String, nil
}
