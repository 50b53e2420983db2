package check

import (
	"saejob/internal/job"
	"saejob/internal/plan"
)

// object checks a structure. Where the member that tells its variants apart is
// missing or wrong, nothing else can be checked.
func (c *checker) object(p job.Path, n *job.Node, t *plan.Type, key job.Range) {
	if t.Object.Map != nil {
		c.names(p, n, t.Object.Map)
	}
	if fields := job.Members(t, n); fields != nil {
		c.members(p, n, fields, key)
		return
	}
	tag := variantTag(t.Object)
	if e := n.Member(tag.Name); e != nil {
		c.field(p.Member(tag.Name), e, &tag)
		return
	}
	for _, e := range n.Entries {
		if closest(e.Key, []plan.Field{tag}) != "" && !known(t.Object, e.Key) {
			c.unknown(p.Member(e.Key), e, n, []plan.Field{tag})
			return
		}
	}
	at := p.Member(tag.Name)
	c.report(Missing, at, key, nil, at.String()+" is missing; "+needs(&tag.Type))
}

// names checks the names of the members of a map.
func (c *checker) names(p job.Path, n *job.Node, m *plan.Map) {
	for _, e := range n.Entries {
		if at := p.Member(e.Key); !IsName(m, e.Key) {
			c.report(Wrong, at, e.KeyRange, e.Value, at.String()+" is not a valid name: "+m.Doc)
		}
	}
}

// IsName reports whether a map accepts the name of a member.
func IsName(m *plan.Map, name string) bool {
	return checkText(&job.Node{Kind: job.String, Text: name}, &m.Names, nil) == ""
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
