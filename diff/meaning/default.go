package meaning

import (
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/severity"
	"saejob/internal/text"
)

var defaultWritten = ID{"default-written", severity.Info,
	"A value is set to its documented default on one side and not set on the other. By the documentation both mean the same."}

// defaults: a value that is the documented one, or takes its place.
var defaults = Meaning{
	Name: "default",
	IDs:  []*ID{&defaultWritten},
	Say: func(c *Change) Said {
		was, is := isDefault(c.Before, c.Field), isDefault(c.After, c.Field)
		switch {
		case is && c.Before == nil, was && c.After == nil:
			return Said{&defaultWritten, "the default, documented"}
		case c.Field == nil || c.Field.Default == nil || c.Field.Default.Text == "" || c.isItem():
			return Said{}
		case is:
			return Said{Text: "the default"}
		}
		return Said{Text: "the default is " + text.Word(c.Field.Default.Text)}
	},
}

// isItem reports whether the change is of an item: its field is that of the list.
func (c *Change) isItem() bool { return c.Path[len(c.Path)-1].Kind != job.MemberStep }

// isDefault reports whether a value of a field is the default, or a structure that
// holds nothing but defaults.
func isDefault(n *job.Node, f *plan.Field) bool {
	if n == nil || f == nil || n.Kind == job.List || len(n.Secrets) > 0 {
		return false
	}
	if n.Kind != job.Object {
		return f.Default != nil && isConstant(n, f)
	}
	if f.Type.List != nil || len(n.Entries) == 0 {
		return false
	}
	fields := job.Members(&f.Type, n)
	for _, e := range n.Entries {
		if !isDefault(e.Value, job.FieldOf(fields, e.Key)) {
			return false
		}
	}
	return true
}

// isConstant reports whether a value is the default of its field. A truth value may
// stand as text, where its field takes both.
func isConstant(n *job.Node, f *plan.Field) bool {
	if n.Text != f.Default.Text {
		return false
	}
	switch n.Kind {
	case job.String:
		return f.Default.Kind == plan.TextConstant || f.Default.Kind == plan.BoolConstant && f.Type.String != nil
	case job.Number:
		return f.Default.Kind == plan.IntConstant
	}
	return n.Kind == job.Bool && f.Default.Kind == plan.BoolConstant
}
