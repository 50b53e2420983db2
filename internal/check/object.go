package check

import (
	"saejob/internal/job"
	"saejob/internal/plan"
)

// object checks a structure.
func (c *checker) object(p job.Path, n *job.Node, t *plan.Type, key job.Range) {
	if t.Object.Map != nil {
		c.mapped(p, n, t.Object.Map)
	} else if fields := job.Members(t, n); fields != nil {
		c.members(p, n, fields, key, nil)
	} else {
		c.untold(p, n, t.Object, key)
	}
}

// mapped checks the members of a map.
func (c *checker) mapped(p job.Path, n *job.Node, m *plan.Map) {
	field := plan.Field{Type: m.Type}
	for _, e := range n.Entries {
		at := p.Member(e.Key)
		if checkText(&job.Node{Kind: job.String, Text: e.Key}, &m.Names, c.forms) != "" {
			c.report(Wrong, at, e.KeyRange, e.Value, at.String()+" is not a valid name: "+m.Doc)
		}
		field.Name = e.Key
		c.field(at, e, &field)
	}
}

// IsName reports whether a map accepts the name of a member.
func IsName(m *plan.Map, name string) bool {
	return checkText(&job.Node{Kind: job.String, Text: name}, &m.Names, nil) == ""
}
