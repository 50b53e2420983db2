package source

import (
	"bytes"
	"regexp"

	"saejob/internal/job"
	"saejob/schema"
)

// looksLikeTemplate reports whether a file has at least two fields of the schema at
// its top; of one that cannot be read whole, whether as many stand at the beginnings of
// its lines.
func looksLikeTemplate(doc job.Document) bool {
	n := 0
	if doc.Template != nil {
		for _, e := range doc.Template.Root.Entries {
			if isField(e.Key) {
				n++
			}
		}
	}
	if n < 2 && len(doc.Problems) > 0 {
		n = max(n, fieldsAtLines(doc.Text))
	}
	return n > 1
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
