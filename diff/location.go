package diff

import (
	"cmp"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/schema"
)

// spot is where a walk is, and what the schema says of the values there.
type spot struct {
	// at are the paths on the sides. They differ below lists without a key, where
	// an item's index may.
	at [3]job.Path
	// in is where what holds the value begins on each side, in its text.
	in [3]job.Range
	// top is the field at the top; field says what the value is, an item's is its
	// list's; typ is what the value may be. Each is nil where the schema knows
	// nothing.
	top, field *plan.Field
	typ        *plan.Type
	// key is the member that tells items apart, if the value is such an item.
	key string
	// The rest is the innermost field's that says so.
	scope     plan.Scope
	immutable bool
	elsewhere string
}

// root is where a walk begins.
func root() spot {
	return spot{typ: &plan.Type{Object: &plan.Object{Fields: schema.Template.Fields}}}
}

// within goes into the values at a spot.
func (s spot) within(v values) spot {
	for side := range v {
		s.in[side] = s.place(v, side)
	}
	return s
}

// place says where a value stands in its side's text, or where what should hold it
// begins.
func (s spot) place(v values, side int) job.Range {
	if n := v[side]; n != nil && n.Range.Line > 0 {
		return n.Range
	}
	return s.in[side]
}

// member goes to a member that the field f describes; nil if none does.
func (s spot) member(name string, f *plan.Field) spot {
	next := s
	for i, p := range s.at {
		next.at[i] = p.Member(name)
	}
	next.field, next.typ, next.key = f, nil, ""
	if len(s.at[toSide]) == 0 {
		next.top = f
	}
	if f == nil {
		return next
	}
	next.typ = &f.Type
	if f.Scope != plan.ScopeConfig {
		next.scope = f.Scope
	}
	next.immutable = s.immutable || f.Immutable
	next.elsewhere = cmp.Or(f.Elsewhere, s.elsewhere)
	return next
}

// item goes to an item of a list, which has a step on each side.
func (s spot) item(steps [3]job.Step) spot {
	next := s
	next.typ, next.key = nil, ""
	if s.typ != nil && s.typ.List != nil {
		next.typ = &s.typ.List.Item
	}
	for i, p := range s.at {
		if steps[i].Kind == job.KeyStep {
			next.at[i] = p.Keyed(steps[i].Name, steps[i].Nth)
			if s.field != nil {
				next.key = s.field.Key
			}
		} else {
			next.at[i] = p.Item(steps[i].Index)
		}
	}
	return next
}
