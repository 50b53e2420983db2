package check

import (
	"slices"
	"strconv"
	"strings"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/text"
)

// rows checks the constraints between top-level fields. A row whose subject is
// wrong in itself is not checked: one mistake is reported once.
func (c *checker) rows() {
	for i := range c.plan.Requires {
		c.requires(&c.plan.Requires[i])
	}
	for i := range c.plan.Forbids {
		c.forbids(&c.plan.Forbids[i])
	}
	for i := range c.plan.Pairs {
		c.pair(&c.plan.Pairs[i])
	}
	for i := range c.plan.AtMost {
		c.atMost(&c.plan.AtMost[i])
	}
	for i := range c.plan.Allows {
		c.allows(&c.plan.Allows[i])
	}
	for i := range c.plan.Unique {
		c.unique(&c.plan.Unique[i])
	}
}

// subject returns the value of a row's subject; nil where it is not there.
func (c *checker) subject(name string) *job.Node {
	if e := c.root.Member(name); e != nil {
		return e.Value
	}
	return nil
}

func isOneOf(n *job.Node, texts []string) bool {
	return n != nil && n.Kind == job.String && slices.Contains(texts, n.Text)
}

func (c *checker) requires(r *plan.Requires) {
	subject := c.subject(r.Field)
	if !isOneOf(subject, r.In) {
		return
	}
	for _, name := range r.Fields {
		if c.root.Member(name) == nil && !c.meant[name] {
			c.row(&r.Row, Missing, name, subject.Range, nil, nil)
		}
	}
}

func (c *checker) forbids(r *plan.Forbids) {
	if !isOneOf(c.subject(r.Field), r.In) {
		return
	}
	for _, name := range r.Fields {
		if e := c.root.Member(name); e != nil {
			c.row(&r.Row, Wrong, name, e.KeyRange, e.Value, nil)
		}
	}
}

func (c *checker) pair(r *plan.Pair) {
	subject, with := c.subject(r.Field), c.subject(r.With)
	if !c.accepted(r.Field, subject) || !c.accepted(r.With, with) {
		return
	}
	for _, entry := range r.Table {
		if entry.Value != subject.Text {
			continue
		}
		if n, err := strconv.ParseInt(with.Text, 10, 64); err != nil || !slices.Contains(entry.Allowed, n) {
			c.row(&r.Row, Wrong, r.Field, subject.Range, subject, []string{"{allowed}", numbers(entry.Allowed)})
		}
	}
}

// accepted reports whether a number is one that its field accepts.
func (c *checker) accepted(name string, n *job.Node) bool {
	f := job.FieldOf(c.plan.Fields, name)
	return n != nil && n.Kind == job.Number && checkInt(n.Text, f.Type.Int) == ""
}

func (c *checker) atMost(r *plan.AtMost) {
	subject := c.subject(r.Field)
	if subject == nil || subject.Kind != job.List {
		return
	}
	count := 0
	for _, e := range subject.Entries {
		if hasAll(e.Value, r.Of) {
			count++
		}
	}
	if count > r.N {
		c.row(&r.Row, Wrong, r.Field, subject.Range, subject,
			[]string{"{n}", strconv.Itoa(r.N), "{count}", strconv.Itoa(count)})
	}
}

func (c *checker) allows(r *plan.Allows) {
	subject, with := c.subject(r.Field), c.subject(r.With)
	known := job.FieldOf(c.plan.Fields, r.With).Type.String
	if isOneOf(subject, r.In) && known != nil && isOneOf(with, known.OneOf) && !slices.Contains(r.Values, with.Text) {
		c.row(&r.Row, Wrong, r.Field, subject.Range, subject, []string{"{allowed}", text.Or(r.Values)})
	}
}

func (c *checker) unique(r *plan.Unique) {
	e := c.root.Member(r.Field)
	if e == nil || e.Value.Kind != job.List {
		return
	}
	seen := map[string]bool{}
	for i, step := range job.Items(e.Value, job.FieldOf(c.plan.Fields, r.Field)) {
		key := e.Value.Entries[i].Value.Member(r.Key)
		if key == nil || key.Value.Kind != job.String {
			continue
		}
		if n := key.Value; seen[n.Text] {
			at := append(job.Path(nil).Member(r.Field), step).Member(r.Key)
			c.rowAt(&r.Row, Wrong, at, n.Range, n, []string{"{field}", r.Field, "{value}", n.InSentence()})
		}
		seen[key.Value.Text] = true
	}
}

func hasAll(n *job.Node, of []plan.Member) bool {
	for _, m := range of {
		if e := n.Member(m.Name); e == nil || e.Value.Kind != job.String || e.Value.Text != m.Text {
			return false
		}
	}
	return true
}

// row reports that a row is broken by the field name.
func (c *checker) row(r *plan.Row, kind Kind, name string, at job.Range, n *job.Node, more []string) {
	c.rowAt(r, kind, job.Path(nil).Member(name), at, n, append([]string{"{field}", name}, more...))
}

// rowAt reports that a row is broken at a path.
func (c *checker) rowAt(r *plan.Row, kind Kind, p job.Path, at job.Range, n *job.Node, replace []string) {
	for _, e := range c.root.Entries {
		if strings.Contains(r.Message, "{"+e.Key+"}") {
			replace = append(replace, "{"+e.Key+"}", text.Short(e.Value.Shown()))
		}
	}
	c.say(Mistake{
		Kind: kind, Name: r.ID, Path: p, At: at, Node: n,
		Message: strings.NewReplacer(replace...).Replace(r.Message), Lenient: r.Severity == "warning",
	})
}
