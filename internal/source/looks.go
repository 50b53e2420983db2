package source

import (
	"bytes"
	"regexp"
	"slices"

	"saejob/internal/job"
	"saejob/schema"
)

// looksLikeTemplate reports whether a file has at least two fields of the schema at
// its top; of one that cannot be read whole, whether as many stand at the beginnings of
// its lines.
func looksLikeTemplate(doc job.Document) bool {
	n := 0
	if doc.Template != nil {
		n = fieldsOf(doc.Template.Root)
	}
	if n < 2 && len(doc.Problems) > 0 {
		n = max(n, fieldsAtLines(doc.Text))
	}
	return n > 1
}

// fieldsOf counts the members of a structure that are fields of the schema.
func fieldsOf(n *job.Node) int {
	found := 0
	for _, e := range n.Entries {
		if isField(e.Key) {
			found++
		}
	}
	return found
}

// holdsTemplate reports whether one of the members of a file is a template: the file is
// an answer of the API then.
func holdsTemplate(doc job.Document) bool {
	return doc.Template != nil && slices.ContainsFunc(doc.Template.Root.Entries, func(e *job.Entry) bool { return fieldsOf(e.Value) > 1 })
}

// fieldsAtLines counts the fields that a broken text has at the beginnings of its lines,
// as far as they may be at its top.
func fieldsAtLines(content []byte) int {
	n := 0
	for line := range bytes.Lines(bytes.TrimPrefix(content, []byte("\ufeff"))) {
		if m := topName.FindSubmatch(line); m != nil && isField(string(m[1])) {
			n++
		}
	}
	return n
}

func isField(name string) bool { return job.FieldOf(schema.Template.Fields, name) != nil }

var topName = regexp.MustCompile(`^(?:  |\t|[{,?] *)?["']?([A-Za-z]+)["']?[ \t]*:`)
