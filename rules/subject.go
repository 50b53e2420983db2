package rules

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/internal/text"
	"saejob/schema"
)

// Subject is the template that a rule looks at. Its secrets are marked.
type Subject struct {
	Root *job.Node
	// Now is when the rule looks.
	Now time.Time
	// Refused reports whether the schema refuses the name or the value at a path;
	// AnyRefused whether it refuses any.
	Refused    func(at job.Path) bool
	AnyRefused bool
	// Hit takes what the rule says.
	Hit func(Hit)
	// fields are those of a template with many members, once one is asked for.
	fields map[string]*job.Node
	// items are those of the lists that were asked for: several rules look at one.
	items map[string][]Item
}

// Hit is what a rule says of a place in a template.
type Hit struct {
	At      job.Path
	Message string
	// Severity is another than the rule's own; None: the rule's.
	Severity severity.Severity
	// Key: it is about the name of the member, not about its value.
	Key bool
}

// NewHit returns what a rule says at a path.
func NewHit(at job.Path, format string, args ...any) Hit {
	return Hit{At: at, Message: fmt.Sprintf(format, args...)}
}

// Item is an item of a list, with where it is.
type Item struct {
	At   job.Path
	Node *job.Node
}

// At returns the path to a member of members.
func At(names ...string) job.Path {
	var p job.Path
	for _, name := range names {
		p = p.Member(name)
	}
	return p
}

// Find returns the value of a member of members; nil where there is none.
func (s *Subject) Find(names ...string) *job.Node {
	const few = 100
	if len(names) == 0 || len(s.Root.Entries) <= few {
		return s.Root.At(names...)
	}
	if s.fields == nil {
		s.fields = map[string]*job.Node{}
		for _, f := range schema.Template.Fields {
			s.fields[f.Name] = nil
		}
		for _, e := range s.Root.Entries {
			if n, known := s.fields[e.Key]; known && n == nil {
				s.fields[e.Key] = e.Value
			}
		}
	}
	n, known := s.fields[names[0]]
	if !known {
		return s.Root.At(names...)
	}
	return n.At(names[1:]...)
}

// refuses reports whether the schema refuses what a walk is at.
func (s *Subject) refuses(at *job.At) bool { return s.AnyRefused && s.Refused(at.Path()) }

// Text returns the text of a member of members; empty where there is none.
func (s *Subject) Text(names ...string) string { return s.Find(names...).AsText() }

// Int returns the whole number of a field at the top; false where there is none
// that the schema accepts.
func (s *Subject) Int(name string) (int64, bool) {
	n := s.Find(name)
	if n == nil || n.Kind != job.Number || s.Refused(At(name)) {
		return 0, false
	}
	i, err := strconv.ParseInt(n.Text, 10, 64)
	if err != nil {
		return 0, false // not the largest there is
	}
	return i, true
}

// defaultInt returns the whole number that a field at the top is by default, as the
// schema says.
func defaultInt(name string) int64 {
	i, _ := strconv.ParseInt(job.FieldOf(schema.Template.Fields, name).Default.Text, 10, 64)
	return i
}

// IsTrue reports whether a member is true.
func (s *Subject) IsTrue(name string) bool {
	n := s.Find(name)
	return n != nil && n.Kind == job.Bool && n.Text == "true"
}

// Has reports whether a member is set: there, and neither null nor empty.
func (s *Subject) Has(name string) bool {
	n := s.Find(name)
	return n != nil && n.Kind != job.Null && !(n.Kind == job.String && n.Text == "") &&
		!(n.Kind >= job.List && len(n.Entries) == 0)
}

// Fits reports whether a field at the top is set to what the schema accepts, by its
// kind and, where values are listed, by its value. The schema reports any other
// value.
func (s *Subject) Fits(name string) bool {
	n, f := s.Find(name), job.FieldOf(schema.Template.Fields, name)
	if f == nil || !s.Has(name) {
		return false
	}
	switch n.Kind {
	case job.String:
		return f.Type.String != nil && (len(f.Type.String.OneOf) == 0 || slices.Contains(f.Type.String.OneOf, n.Text))
	case job.List:
		return f.Type.List != nil
	case job.Object:
		return f.Type.Object != nil
	}
	return n.Kind == job.Number && f.Type.Int != nil || n.Kind == job.Bool && f.Type.Bool
}

// Items returns the structures in the list of a field at the top.
func (s *Subject) Items(name string) []Item {
	items, known := s.items[name]
	if known {
		return items
	}
	if n := s.Find(name); n != nil && n.Kind == job.List {
		for i, step := range job.Items(n, job.FieldOf(schema.Template.Fields, name)) {
			if item := n.Entries[i].Value; item.Kind == job.Object {
				items = append(items, Item{append(At(name), step), item})
			}
		}
	}
	if s.items == nil {
		s.items = map[string][]Item{}
	}
	s.items[name] = items
	return items
}

// Text returns the text of a member of the item; empty where there is none.
func (i Item) Text(names ...string) string { return i.Node.At(names...).AsText() }

// Misspells reports whether a member of the item is meant to be one of some: it is
// close to its name.
func (i Item) Misspells(names ...string) bool {
	return slices.ContainsFunc(i.Node.Entries, func(e *job.Entry) bool {
		return !slices.Contains(names, e.Key) && text.Closest(e.Key, names) != ""
	})
}

// Say reports what is wrong at a path: at the value there, or, where there is none,
// where it is missing.
func (s *Subject) Say(at job.Path, format string, args ...any) {
	s.Hit(NewHit(at, format, args...))
}

// SayKey reports a member that should not be there, at its name.
func (s *Subject) SayKey(at job.Path, format string, args ...any) {
	h := NewHit(at, format, args...)
	h.Key = true
	s.Hit(h)
}

// SayAs reports something that matters more or less than what the rule reports
// otherwise.
func (s *Subject) SayAs(as severity.Severity, at job.Path, format string, args ...any) {
	h := NewHit(at, format, args...)
	h.Severity = as
	s.Hit(h)
}
