package check

import (
	"saejob/internal/job"
	"saejob/internal/plan"
)

// members checks the members of a structure, but for one that is reported already.
// missing is where a member that is not there is reported.
func (c *checker) members(p job.Path, n *job.Node, fields []plan.Field, missing job.Range, reported *job.Entry) {
	set := presence{there: map[string]bool{}, meant: map[string]bool{}}
	for _, e := range n.Entries {
		if job.FieldOf(fields, e.Key) != nil {
			set.there[e.Key] = true
		}
	}
	for _, e := range n.Entries {
		if f := job.FieldOf(fields, e.Key); e == reported {
			continue
		} else if f != nil {
			c.field(p.Member(e.Key), e, f)
		} else if name := c.closest(e.Key, fields); name != "" {
			c.misnamed(p.Member(e.Key), e, name, set.there[name])
			set.meant[name] = true
		} else {
			at := p.Member(e.Key)
			c.report(Unknown, at, e.KeyRange, e.Value, at.String()+" is not a known field")
		}
	}
	for i := range fields {
		f := &fields[i]
		if f.Required && !set.there[f.Name] && !set.meant[f.Name] {
			at := p.Member(f.Name)
			c.report(Missing, at, missing, nil, at.String()+" is missing; "+needs(&f.Type))
		}
	}
	if len(p) == 0 {
		c.meant = set.meant
	}
}

// presence says which fields of a structure it has, and which other ones a misnamed
// member stands for.
type presence struct{ there, meant map[string]bool }

// closest returns the name of the field that a member was meant to be; empty where
// none is close enough to be sure.
func (c *checker) closest(key string, fields []plan.Field) string {
	if len(fields) == 0 {
		return ""
	}
	names, known := c.names[&fields[0]]
	if !known {
		for i := range fields {
			names.Add(fields[i].Name)
		}
		c.names[&fields[0]] = names
	}
	return names.Closest(key)
}

// misnamed reports a member that is not known, but close to a name that is; set says
// that there is a member of that name, too.
func (c *checker) misnamed(p job.Path, e *job.Entry, name string, set bool) {
	message := p.String() + " is not a known field; did you mean " + name + "?"
	if set {
		message = p.String() + " is not a known field; " + name + " is already set"
	}
	c.report(Misnamed, p, e.KeyRange, e.Value, message)
}

func (c *checker) field(p job.Path, e *job.Entry, f *plan.Field) {
	if f.Deprecated != "" {
		c.report(Deprecated, p, e.KeyRange, e.Value, p.String()+" is deprecated; use "+f.Deprecated)
	}
	n := e.Value
	if f.JSON && n.Kind == job.String && f.Type.String == nil {
		if job.SaysUnset(n.Text) {
			c.report(Encoded, p, n.Range, n, p.String()+" is empty JSON, which means \"not set\"; remove it (saejob fmt does)")
			return
		}
		message := p.String() + " is text that is not " + jsonKind(&f.Type)
		if err := job.WhyText(f, n.Text); err != nil {
			message += " (" + err.Error() + ")"
		}
		c.report(Wrong, p, n.Range, n, message)
		return
	}
	if isStructure(n) && n.Text != "" && f.Type.String == nil {
		c.report(Encoded, p, n.Range, n, p.String()+" is JSON text; "+n.Kind.String()+
			" is easier to read and compare (saejob fmt rewrites it)")
	}
	c.value(p, n, &f.Type, f, e.KeyRange)
}

func isStructure(n *job.Node) bool { return n.Kind == job.List || n.Kind == job.Object }

func jsonKind(t *plan.Type) string {
	if t.List != nil {
		return "a JSON list"
	}
	return "a JSON object"
}
