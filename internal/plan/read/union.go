package read

import (
	"fmt"
	"slices"

	"cuelang.org/go/cue/ast"
	"cuelang.org/go/cue/token"

	"saejob/internal/plan"
)

// union reads TYPE | TYPE | …
func (s *schema) union(e *ast.BinaryExpr) (plan.Type, error) {
	var all plan.Type
	var objects []*plan.Object
	for _, operand := range operands(e, token.OR) {
		t, err := s.typeOf(operand)
		if err != nil {
			return plan.Type{}, err
		}
		if t.Object != nil {
			objects = append(objects, t.Object)
		}
		if !add(&all, t) {
			return plan.Type{}, errorAt(operand, "%s cannot be an alternative beside those before it", nameOf(operand))
		}
	}
	if all.String != nil && len(all.String.OneOf) != len(distinct(all.String.OneOf)) ||
		all.Int != nil && len(all.Int.OneOf) != len(distinct(all.Int.OneOf)) {
		return plan.Type{}, errorAt(e, "a value is there twice")
	}
	if len(objects) < 2 {
		return all, nil
	}
	object, problem := variants(objects)
	if problem != "" {
		return plan.Type{}, errorAt(e, "%s", problem)
	}
	all.Object = object
	return all, nil
}

// add joins the alternatives of t to those of all. A kind has one alternative:
// only listed values join listed values, and structures their variants.
func add(all *plan.Type, t plan.Type) bool {
	switch {
	case t.Any || all.Any, t.Bool && all.Bool, t.List != nil && all.List != nil:
		return false
	case t.String != nil && all.String != nil:
		if !listed(t.String) || !listed(all.String) {
			return false
		}
		all.String.OneOf = append(all.String.OneOf, t.String.OneOf...)
	case t.Int != nil && all.Int != nil:
		if t.Int.OneOf == nil || all.Int.OneOf == nil {
			return false
		}
		all.Int.OneOf = append(all.Int.OneOf, t.Int.OneOf...)
		slices.Sort(all.Int.OneOf)
		all.Int.Min, all.Int.Max = all.Int.OneOf[0], all.Int.OneOf[len(all.Int.OneOf)-1]
	case t.String != nil:
		all.String = t.String
	case t.Int != nil:
		all.Int = t.Int
	}
	all.Bool = all.Bool || t.Bool
	if t.List != nil {
		all.List = t.List
	}
	if all.Object == nil {
		all.Object = t.Object
	}
	return true
}

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
