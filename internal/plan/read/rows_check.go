package read

import (
	"regexp"
	"slices"
	"strconv"

	"cuelang.org/go/cue/ast"

	"saejob/internal/plan"
)

// rowCheck holds a row against the fields that it is about. CUE is silent where
// a row names what is not there, and drops a row whose subject may be missing:
// so neither is accepted. The first problem is kept.
type rowCheck struct {
	plan  *plan.Plan
	decl  rowDecl
	parts map[string]ast.Expr
	err   error
}

func (c *rowCheck) fail(part, format string, args ...any) {
	if n, ok := c.parts[part]; c.err == nil && ok {
		c.err = errorAt(n, "row "+c.decl.id+": "+format, args...)
	}
}

// field finds a field at the top, or fails.
func (c *rowCheck) field(part, name string) *plan.Field {
	i := slices.IndexFunc(c.plan.Fields, func(f plan.Field) bool { return f.Name == name })
	if i < 0 {
		c.fail(part, "there is no field %s", name)
		return &plan.Field{}
	}
	return &c.plan.Fields[i]
}

// subject finds the row's field, which must be required: CUE silently drops a
// row whose subject is itself required or forbidden by another.
func (c *rowCheck) subject(name string) *plan.Field {
	f := c.field("field", name)
	if !f.Required {
		c.fail("field", "%s is optional; only a required field can be the subject", name)
	}
	return f
}

// in checks the condition of a row: its subject may be one of some texts.
func (c *rowCheck) in(row plan.Row, in []string) {
	t := c.subject(row.Field).Type
	for _, value := range in {
		if t.String == nil || !slices.Contains(t.String.OneOf, value) {
			c.fail("in", "%s is never %s", row.Field, value)
		}
	}
}

// when checks a requires or forbids row.
func (c *rowCheck) when(row plan.Row, in, fields []string) {
	c.in(row, in)
	for _, name := range fields {
		if c.field("fields", name).Required {
			c.fail("fields", "%s is always required", name)
		}
	}
}

// pair checks a pairs row: it must say something of every value.
func (c *rowCheck) pair(r plan.Pair) {
	field, with := c.subject(r.Field), c.field("with", r.With)
	subject := field.Type.Int
	if kinds(&field.Type) != 1 || subject == nil || subject.OneOf == nil {
		c.fail("field", "%s does not list the integers it may be", r.Field)
		return
	}
	if !with.Required || kinds(&with.Type) != 1 || with.Type.Int == nil {
		c.fail("with", "%s is not a required integer", r.With)
		return
	}
	for _, value := range subject.OneOf {
		named := func(e plan.PairEntry) bool { return e.Value == strconv.FormatInt(value, 10) }
		if !slices.ContainsFunc(r.Table, named) {
			c.fail("table", "%s may be %d, which is not in the table", r.Field, value)
		}
	}
	if len(r.Table) != len(subject.OneOf) {
		c.fail("table", "the table has %d values, but %s may have %d", len(r.Table), r.Field, len(subject.OneOf))
	}
	for _, entry := range r.Table {
		for _, n := range entry.Allowed {
			if !accepts(with.Type.Int, n) {
				c.fail("table", "%s is never %d", r.With, n)
			}
		}
	}
}

// atMost checks an atMost row.
func (c *rowCheck) atMost(r plan.AtMost) {
	t := c.field("field", r.Field).Type
	if kinds(&t) != 1 || t.List == nil || t.List.Item.Object == nil {
		c.fail("field", "%s must be a list of structures, and nothing else", r.Field)
		return
	}
	if r.N < 1 {
		c.fail("n", "%d is not a bound; write 1 or more", r.N)
	}
	for _, m := range r.Of {
		i := slices.IndexFunc(t.List.Item.Object.Fields, func(f plan.Field) bool { return f.Name == m.Name })
		if i < 0 || t.List.Item.Object.Fields[i].Type.String == nil {
			c.fail("of", "the items of %s have no text %s", r.Field, m.Name)
		}
	}
}

// allows checks an allows row: it must say something, of an optional field that lists
// its texts.
func (c *rowCheck) allows(r plan.Allows) {
	c.in(r.Row, r.In)
	with := c.field("with", r.With)
	if with.Required || kinds(&with.Type) != 1 || with.Type.String == nil || !listed(with.Type.String) {
		c.fail("with", "%s is not an optional field that lists the texts it may be", r.With)
		return
	}
	for _, value := range r.Values {
		if !slices.Contains(with.Type.String.OneOf, value) {
			c.fail("values", "%s is never %s", r.With, value)
		}
	}
	if len(r.Values) == len(with.Type.String.OneOf) {
		c.fail("values", "%s may be nothing else", r.With)
	}
}

// unique checks a unique row: CUE refuses more where an item may lack the key.
func (c *rowCheck) unique(r plan.Unique) {
	f := c.field("field", r.Field)
	if f.Required || kinds(&f.Type) != 1 || f.Type.List == nil || !hasKey(f.Type, r.Key) {
		c.fail("key", "%s must be an optional list of structures that require the text %s", r.Field, r.Key)
	}
}

var placeholder = regexp.MustCompile(`\{([^{}]*)\}`)

// message checks what stands between braces in the row's message.
func (c *rowCheck) message(message string) {
	own := map[string][]string{"pairs": {"allowed"}, "atMost": {"n", "count"}, "allows": {"allowed"}, "unique": {"value"}}[c.decl.kind]
	for _, m := range placeholder.FindAllStringSubmatch(message, -1) {
		if m[1] != "field" && !slices.Contains(own, m[1]) {
			c.field("message", m[1])
		}
	}
	if message == "" {
		c.fail("message", "it is empty")
	}
}

func accepts(t *plan.Int, n int64) bool {
	return n >= t.Min && n <= t.Max && (t.OneOf == nil || slices.Contains(t.OneOf, n))
}
