package check

import (
	"slices"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/text"
)

// members checks the members of a structure. missing is where a member that is
// not there is reported.
func (c *checker) members(p job.Path, n *job.Node, fields []plan.Field, missing job.Range) {
	var meant []string
	for _, e := range n.Entries {
		if f := job.FieldOf(fields, e.Key); f != nil {
			c.field(p.Member(e.Key), e, f)
		} else if name := c.unknown(p.Member(e.Key), e, n, fields); name != "" {
			meant = append(meant, name)
		}
	}
	for i := range fields {
		f := &fields[i]
		if f.Required && n.Member(f.Name) == nil && !slices.Contains(meant, f.Name) {
			at := p.Member(f.Name)
			c.report(Missing, at, missing, nil, at.String()+" is missing; "+needs(&f.Type))
		}
	}
	if len(p) == 0 {
		c.meant = meant
	}
}

// closest returns the name of the field that a member was meant to be; empty where
// none is close enough to be sure.
func closest(key string, fields []plan.Field) string {
	names := make([]string, len(fields))
	for i := range fields {
		names[i] = fields[i].Name
	}
	return text.Closest(key, names)
}

// unknown reports a member that is not known and returns the name that was meant,
// if one is close.
func (c *checker) unknown(p job.Path, e *job.Entry, n *job.Node, fields []plan.Field) string {
	name := closest(e.Key, fields)
	if name == "" {
		c.report(Unknown, p, e.KeyRange, e.Value, p.String()+" is not a known field")
		return ""
	}
	message := p.String() + " is not a known field; did you mean " + name + "?"
	if n.Member(name) != nil {
		message = p.String() + " is not a known field; " + name + " is already set"
	}
	c.report(Misnamed, p, e.KeyRange, e.Value, message)
	return name
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
