package lint

import (
	"slices"
	"strconv"
	"strings"

	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/secret"
	"saejob/schema"
)

// ByCUE returns a judge for [Linter.Schema] that asks CUE itself. Refusal returns
// why CUE refuses a document, and the path of what it refuses: members by name,
// items by index; without words the document is accepted.
//
// CUE says yes or no, so there is one mistake a template. It is an error whatever
// the plan would make of it: CUE knows no severities.
func ByCUE(refusal func(document []byte) (path []string, words string)) func(*job.Template, func(check.Mistake)) {
	return func(t *job.Template, say func(check.Mistake)) {
		if !isReadable(t.Root) {
			return // there is a finding already, and no document that CUE could judge
		}
		names, words := refusal(t.Raw())
		if words == "" {
			return
		}
		m := locate(t, names)
		m.Message = "CUE refuses this template: " + shownWords(refusal, t, names)
		say(m)
	}
}

// shownWords returns why CUE refuses a template, without its secrets. CUE's words
// hold values, so it is asked once more, with other values for those that are
// secret: words about the same path say the same.
func shownWords(refusal func([]byte) ([]string, string), t *job.Template, names []string) string {
	shown := &job.Template{Root: disguise(t.Root)}
	at, words := refusal(shown.Raw())
	if words == "" || !slices.Equal(at, names) {
		return "what it says of it holds a secret"
	}
	return strings.ReplaceAll(words, secretNumber, job.Redacted)
}

// secretNumber stands for every number that is secret.
const secretNumber = "70707070707070707070707070707"

// disguise returns a copy of a value in which nothing is secret, each value being
// of the kind that it was.
func disguise(n *job.Node) *job.Node {
	d := &job.Node{Kind: n.Kind, Text: n.Text}
	isStructure := n.Kind == job.List || n.Kind == job.Object
	switch {
	case n.Kind == job.String:
		d.Text = n.Shown()
	case n.Kind == job.Number && len(n.Secrets) > 0:
		d.Text = secretNumber
	case isStructure && n.Text != "":
		return &job.Node{Kind: job.String, Text: string(n.JSON())} // it stands as JSON text
	case n.Kind == job.Object && len(n.Secrets) > 0:
		d.Entries = []*job.Entry{{Key: n.Secrets[0].Placeholder, Value: &job.Node{Kind: job.Bool, Text: "true"}}}
	default:
		for _, e := range n.Entries {
			d.Entries = append(d.Entries, &job.Entry{Key: secret.Mask(e.Key), Value: disguise(e.Value)})
		}
	}
	return d
}

// isReadable reports whether all of a value could be read.
func isReadable(n *job.Node) bool {
	return n.Kind != job.Unreadable && !slices.ContainsFunc(n.Entries, func(e *job.Entry) bool { return !isReadable(e.Value) })
}

// locate returns a mistake at a path of CUE's. Its name is that of the field at
// the top; without one that the schema knows, it is about an unknown field.
func locate(t *job.Template, names []string) check.Mistake {
	m := check.Mistake{Kind: check.Refused, At: t.Root.Start()}
	if len(names) > 0 && job.FieldOf(schema.Template.Fields, names[0]) != nil {
		m.Name = names[0]
	}
	entries := follow(t.Root, names)
	t.Walk(func(at *job.At, e *job.Entry, f *plan.Field) bool {
		if !slices.Contains(entries, e) {
			return false
		}
		m.Path, m.Node, m.At = at.Path(), e.Value, e.Value.Range
		if isMember := at.In(1).Kind == job.Object; isMember && (f == nil || at.Depth() < len(names)) {
			m.At = e.KeyRange // it is not known, or what it should hold is missing
		}
		return true
	})
	for _, name := range names[len(entries):] {
		m.Path, m.Node = m.Path.Member(name), nil
	}
	return m
}

// follow returns the entries on a path of CUE's, as far as they are there.
func follow(n *job.Node, names []string) []*job.Entry {
	var entries []*job.Entry
	for _, name := range names {
		e := n.Member(name)
		if i, err := strconv.Atoi(name); n.Kind == job.List && err == nil && i < len(n.Entries) {
			e = n.Entries[i]
		}
		if e == nil {
			break
		}
		entries, n = append(entries, e), e.Value
	}
	return entries
}
