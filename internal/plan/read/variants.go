package read

import (
	"fmt"
	"slices"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"

	"saejob/internal/plan"
)

// variants joins structures into one whose member Tag tells them apart: the one
// member that each demands with one text, another in each.
func variants(objects []*plan.Object) (*plan.Object, string) {
	var tags []string
	for _, f := range objects[0].Fields {
		if len(distinct(tagValues(objects, f.Name))) == len(objects) {
			tags = append(tags, f.Name)
		}
	}
	if len(tags) != 1 {
		return nil, fmt.Sprintf("structures need one member that tells them apart; they have %d", len(tags))
	}
	joined := &plan.Object{Tag: tags[0]}
	for i, value := range tagValues(objects, tags[0]) {
		joined.Variants = append(joined.Variants, plan.Variant{Value: value, Fields: objects[i].Fields})
	}
	return joined, ""
}

// tagValues returns the one text that each structure demands of a member, or nil
// when one of them does not.
func tagValues(objects []*plan.Object, name string) []string {
	var values []string
	for _, o := range objects {
		i := slices.IndexFunc(o.Fields, func(f plan.Field) bool { return f.Name == name })
		if i < 0 || !o.Fields[i].Required {
			return nil
		}
		t := o.Fields[i].Type
		if kinds(&t) != 1 || t.String == nil || len(t.String.OneOf) != 1 {
			return nil
		}
		values = append(values, t.String.OneOf[0])
	}
	return values
}

// operands returns a, b and c of a op b op c.
func operands(e ast.Expr, op token.Token) []ast.Expr {
	if b, ok := e.(*ast.BinaryExpr); ok && b.Op == op {
		return append(operands(b.X, op), operands(b.Y, op)...)
	}
	return []ast.Expr{e}
}

func distinct[T string | int64](values []T) []T {
	sorted := slices.Sorted(slices.Values(values))
	return slices.Compact(sorted)
}
