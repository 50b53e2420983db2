package check

import (
	"reflect"
	"slices"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/text"
)

// untold checks a structure whose member that tells its variants apart is missing or
// wrong. That is reported, and what else is wrong, as far as it is wrong in the
// variant that was most likely meant.
func (c *checker) untold(p job.Path, n *job.Node, o *plan.Object, key job.Range) {
	tag := variantTag(o)
	at := p.Member(tag.Name)
	teller := n.Member(tag.Name)
	if teller != nil {
		c.field(at, teller, &tag)
	} else if teller = c.mistyped(n, o, &tag); teller != nil {
		c.misnamed(p.Member(teller.Key), teller, tag.Name, false)
	} else {
		c.report(Missing, at, key, nil, at.String()+" is missing; "+needs(&tag.Type))
	}
	c.apart().members(p, n, c.meantBy(p, n, o, teller), key, teller)
}

// apart returns a checker for members that were put together for one structure: their
// names are not kept.
func (c *checker) apart() *checker {
	other := *c
	other.names = map[*plan.Field]text.Names{}
	return &other
}

// mistyped returns the member whose name is close to the one that tells variants
// apart; nil where there is none.
func (c *checker) mistyped(n *job.Node, o *plan.Object, tag *plan.Field) *job.Entry {
	var name text.Names
	name.Add(tag.Name)
	for _, e := range n.Entries {
		if name.Closest(e.Key) != "" && !known(o, e.Key) {
			return e
		}
	}
	return nil
}

// meantBy returns the members of the variant that was meant by the mistyped name or
// value of teller, but for the one that tells variants apart. Where it tells none, they
// are those of the variants in which least is wrong. It is not sure then that one of
// them was meant: nothing is missing, and what only others know may have any value.
func (c *checker) meantBy(p job.Path, n *job.Node, o *plan.Object, teller *job.Entry) []plan.Field {
	told := toldBy(teller, o)
	if told >= 0 && o.Variants[told].Value == teller.Value.Text {
		return without(o.Variants[told].Fields, o.Tag)
	}
	wrong := make([]int, len(o.Variants))
	for i, v := range o.Variants {
		wrong[i] = c.count(p, n, join(nil, v.Fields, true), teller)
	}
	least := slices.Min(wrong)
	if told >= 0 && wrong[told] == least {
		return without(o.Variants[told].Fields, o.Tag)
	}
	var fields []plan.Field
	for _, likely := range []bool{true, false} {
		for i, v := range o.Variants {
			if (wrong[i] == least) == likely {
				fields = join(fields, v.Fields, likely)
			}
		}
	}
	return without(fields, o.Tag)
}

// toldBy returns which variant's name is that of teller, or close to it; -1 where there
// is none.
func toldBy(teller *job.Entry, o *plan.Object) int {
	if teller == nil || teller.Value.Kind != job.String {
		return -1
	}
	var values text.Names
	for _, v := range o.Variants {
		values.Add(v.Value)
	}
	meant := values.Closest(teller.Value.Text)
	return slices.IndexFunc(o.Variants, func(v plan.Variant) bool { return meant != "" && v.Value == meant })
}

// count counts what is wrong with the members of a structure, but for one.
func (c *checker) count(p job.Path, n *job.Node, fields []plan.Field, reported *job.Entry) (wrong int) {
	trial := c.apart()
	trial.say = func(Mistake) { wrong++ }
	trial.members(p, n, fields, job.Range{}, reported)
	return wrong
}

// join adds the members of a variant. One that others have with another type may have
// any value, and so may one that none of them has unless it counts.
func join(fields, more []plan.Field, counts bool) []plan.Field {
	for _, f := range more {
		f.Required = false
		if known := job.FieldOf(fields, f.Name); known == nil {
			if !counts {
				f = plan.Field{Name: f.Name, Type: plan.Type{Any: true}}
			}
			fields = append(fields, f)
		} else if counts && !reflect.DeepEqual(known.Type, f.Type) {
			*known = plan.Field{Name: f.Name, Type: plan.Type{Any: true}}
		}
	}
	return fields
}

func without(fields []plan.Field, name string) []plan.Field {
	var rest []plan.Field
	for _, f := range fields {
		if f.Name != name {
			rest = append(rest, f)
		}
	}
	return rest
}

// variantTag returns the member that tells variants apart as a field.
func variantTag(o *plan.Object) plan.Field {
	var values []string
	for _, v := range o.Variants {
		values = append(values, v.Value)
	}
	return plan.Field{Name: o.Tag, Required: true, Type: plan.Type{String: &plan.String{OneOf: values}}}
}

func known(o *plan.Object, name string) bool {
	for _, v := range o.Variants {
		if job.FieldOf(v.Fields, name) != nil {
			return true
		}
	}
	return false
}
