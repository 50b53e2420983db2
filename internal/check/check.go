// Package check walks a plan over the tree of a document and says what is wrong
// and where: every mistake in one walk, one mistake once. [Each] is the walk.
//
// CUE stays the authority on yes and no: a document has a mistake here exactly
// when CUE refuses it, except for what is [Deprecated], which both accept.
package check

import (
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/text"
)

// Kind is the kind of a mistake. How much it matters is for the caller to say.
type Kind uint8

// Wrong is a value that is not accepted, Missing a member that has to be there,
// Misnamed a member that is not known but close to a known one, Unknown one that
// is not close, Encoded structure, or nothing, that stands as JSON text, Deprecated an
// accepted member that has a successor, Listed a text outside a list of known
// values that may be incomplete, Misspelt one that is close to a known one, Refused what CUE itself does not accept: it knows
// no kinds.
const (
	Wrong Kind = iota
	Missing
	Misnamed
	Unknown
	Encoded
	Deprecated
	Listed
	Misspelt
	Refused
)

// Mistake is something in a document that its plan does not accept.
type Mistake struct {
	Kind Kind
	// Name is what does not accept it: the id of a row or the name of a top-level
	// field. It is empty for members that are not known.
	Name    string
	Path    job.Path
	At      job.Range
	Message string
	// Advice is how the message ends where it says to put the value in quotes.
	Advice string
	// Lenient: what refuses it is a row that only warns.
	Lenient bool
	// Node is the value in question, where there is one.
	Node *job.Node
}

// Check returns what is wrong with the document root, as [Checker.Each] says it.
func Check(p *plan.Plan, root *job.Node) []Mistake {
	var found []Mistake
	New(p).Each(root, func(m Mistake) { found = append(found, m) })
	return found
}

// Checker checks documents by one plan, quicker than each by itself; also several at a
// time.
type Checker struct {
	plan  *plan.Plan
	forms *forms
}

// New returns what checks documents by a plan.
func New(p *plan.Plan) *Checker { return &Checker{p, &forms{}} }

// Each says what is wrong with the document root, a structure, in no order.
// Values that could not be read are skipped, and secrets are not shown.
func (c *Checker) Each(root *job.Node, say func(Mistake)) {
	d := &checker{plan: c.plan, root: root, say: say, forms: c.forms, names: map[*plan.Field]text.Names{}}
	d.members(nil, root, c.plan.Fields, root.Start(), nil)
	d.rows()
}

type checker struct {
	plan *plan.Plan
	root *job.Node
	say  func(Mistake)
	// meant are the names of top-level fields that a misnamed one stands for:
	// they are not missing.
	meant map[string]bool
	forms *forms
	// names are those of a structure's fields, by the first of them.
	names map[*plan.Field]text.Names
}

func (c *checker) report(kind Kind, p job.Path, at job.Range, n *job.Node, message string) {
	name := ""
	if kind != Unknown && kind != Misnamed {
		name = p[0].Name
	}
	c.say(Mistake{Kind: kind, Name: name, Path: p, At: at, Message: message, Node: n})
}

// value checks a value of type t. f is the field it belongs to, key where a
// member missing in it is reported.
func (c *checker) value(p job.Path, n *job.Node, t *plan.Type, f *plan.Field, key job.Range) {
	if t.Any || n.Kind == job.Unreadable {
		return
	}
	wrong, advice := "", ""
	kind := Wrong
	switch {
	case n.Kind == job.String && t.String != nil:
		if wrong = checkText(n, t.String, c.forms); wrong != "" && f.Open && len(t.String.OneOf) > 0 {
			kind, wrong = openText(n, t.String.OneOf)
		}
	case n.Kind == job.Number && t.Int != nil:
		wrong = checkInt(n.Text, t.Int)
	case n.Kind == job.Bool && t.Bool:
	case n.Kind == job.List && t.List != nil:
		wrong = c.list(p, n, t.List, f)
	case n.Kind == job.Object && t.Object != nil:
		c.object(p, n, t, key)
	default:
		wrong, advice = c.otherKind(n, t)
	}
	if advice != "" {
		c.say(Mistake{Kind: kind, Name: p[0].Name, Path: p, At: n.Range, Node: n, Message: p.String() + wrong + ": " + advice, Advice: advice})
	} else if wrong != "" {
		c.report(kind, p, n.Range, n, p.String()+wrong)
	}
}

func (c *checker) list(p job.Path, n *job.Node, t *plan.List, f *plan.Field) string {
	for i, step := range job.Items(n, f) {
		item := n.Entries[i].Value
		c.value(append(p[:len(p):len(p)], step), item, &t.Item, f, item.Range)
	}
	if len(n.Entries) < t.MinItems {
		return " is an empty list; it must have at least one item"
	}
	return ""
}
