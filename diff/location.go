package diff

import (
	"cmp"

	"saejob/diff/pairing"
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/schema"
)

// location is where a walk is, and what the schema says of the values there.
type location struct {
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
	scope                  plan.Scope
	immutable, newTemplate bool
	elsewhere              string
}

// top is where a walk begins.
func top() location {
	return location{typ: &plan.Type{Object: &plan.Object{Fields: schema.Template.Fields}}}
}

// within goes into the values at a location.
func (l location) within(v values) location {
	for side := range v {
		l.in[side] = l.place(v, side)
	}
	return l
}

// place returns where a value is in its side's text, or where what should hold it
// begins.
func (l location) place(v values, side int) job.Range {
	if n := v[side]; n != nil && n.Range.Line > 0 {
		return n.Range
	}
	return l.in[side]
}

// member goes to a member that the field f describes; nil if none does.
func (l location) member(name string, f *plan.Field) location {
	next := l
	for i, p := range l.at {
		next.at[i] = p.Member(name)
	}
	next.field, next.typ, next.key = f, nil, ""
	if len(l.at[pairing.To]) == 0 {
		next.top = f
	}
	if f == nil {
		return next
	}
	next.typ = &f.Type
	if f.Scope != plan.ScopeConfig {
		next.scope = f.Scope
	}
	next.immutable = l.immutable || f.Immutable
	next.newTemplate = l.newTemplate || f.NewTemplate
	next.elsewhere = cmp.Or(f.Elsewhere, l.elsewhere)
	return next
}

// item goes to an item of a list, which has a step on each side.
func (l location) item(steps [3]job.Step) location {
	next := l
	next.typ, next.key = nil, ""
	if l.typ != nil && l.typ.List != nil {
		next.typ = &l.typ.List.Item
	}
	for i, p := range l.at {
		if steps[i].Kind == job.KeyStep {
			next.at[i] = p.Keyed(steps[i].Name, steps[i].Nth)
			if l.field != nil {
				next.key = l.field.Key
			}
		} else {
			next.at[i] = p.Item(steps[i].Index)
		}
	}
	return next
}
