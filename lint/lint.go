package lint

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/secret"
	"saejob/schema"
)

// Result is what was found in a snapshot.
type Result struct {
	// Findings are in the order of the files, then of the lines.
	Findings []Finding
	// Templates counts what was judged, Skipped the files that are no templates.
	Templates, Skipped int
	// Unread says which templates could not be read, and why.
	Unread []Unread
}

// Unread is a template that could not be read.
type Unread struct {
	Place string
	Err   error
}

// Count counts the findings of a severity that are not suppressed.
func (r *Result) Count(s Severity) int {
	n := 0
	for _, f := range r.Findings {
		if f.Severity == s && !f.Suppressed {
			n++
		}
	}
	return n
}

// Linter judges templates.
type Linter struct {
	// Key is what secrets are compared by; none is shown.
	Key secret.Key
	// Schema says what the schema refuses in a template.
	Schema func(*job.Template) []check.Mistake
	// Saw is called for each file, with what it was taken for; nil: nobody wants
	// to know.
	Saw func(place, what string)
}

// Plan checks a template against the schema's plan.
func Plan(t *job.Template) []check.Mistake { return check.Check(&schema.Template, t.Root) }

// Check judges the templates of a snapshot, one at a time.
func (l *Linter) Check(s job.Snapshot) Result {
	var r Result
	for _, ref := range s.Refs {
		doc, err := ref.Open()
		switch {
		case errors.Is(err, job.ErrNotTemplate):
			r.Skipped++
			l.saw(ref.Place, "something else, passed over")
		case err != nil:
			r.Unread = append(r.Unread, Unread{ref.Place, err})
			l.saw(ref.Place, "unread")
		default:
			r.Templates++
			found := l.document(ref.Place, doc)
			r.Findings = append(r.Findings, found...)
			l.saw(ref.Place, number(len(found), "finding"))
		}
	}
	return r
}

func (l *Linter) saw(place, what string) {
	if l.Saw != nil {
		l.Saw(place, what)
	}
}

// document judges a template and its text.
func (l *Linter) document(place string, doc job.Document) []Finding {
	var found []Finding
	var identity job.Identity
	lines := newLines(doc.Text)
	if doc.Template != nil {
		identity = doc.Template.Identity()
		job.Decode(doc.Template)
		secret.Mark(doc.Template, l.Key)
		lines.hide(doc.Template)
		for _, m := range l.Schema(doc.Template) {
			found = append(found, l.mistake(place, identity, lines, m))
		}
	}
	for _, p := range doc.Problems {
		f := Finding{Rule: "yaml", Severity: Error, File: place, At: p.Range, Template: identity,
			Message: p.Message, Help: yamlHelp}
		f.Fingerprint = fingerprint(&f, &job.Node{Kind: job.String, Text: p.Message})
		found = append(found, f)
	}
	slices.SortStableFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.At.Line, b.At.Line), cmp.Compare(a.At.Column, b.At.Column),
			strings.Compare(a.Rule, b.Rule))
	})
	return found
}

const yamlHelp = "A file is one YAML document that every reader understands alike: no aliases, anchors, merge keys or tags, no name twice, and quotes around text that looks like something else."

func (l *Linter) mistake(place string, identity job.Identity, lines *lines, m check.Mistake) Finding {
	f := Finding{
		Rule: "unknown-field", Severity: Error, File: place, At: m.At, Template: identity,
		Path: m.Path.String(), Message: m.Message, Help: unknownHelp,
	}
	switch m.Kind {
	case check.Unknown, check.Encoded, check.Deprecated:
		f.Severity = Warning
	}
	if m.Name != "" {
		f.Rule = "schema/" + m.Name
		f.Help = help(m.Name)
	}
	if path := secret.Mask(f.Path); path != f.Path {
		// The name of a member says more than it should.
		f.Path, f.Message = path, secret.Mask(f.Message)
	} else {
		f.Snippet = lines.snippet(m.At)
	}
	f.Fingerprint = fingerprint(&f, m.Node)
	return f
}

const unknownHelp = "The schema does not list this member. Close to a known name it is most likely mistyped; else the API may have grown, and the value is kept as it is."

// help is the documentation of a field or a row, in a line.
func help(name string) string {
	doc := ""
	if f := job.FieldOf(schema.Template.Fields, name); f != nil {
		doc = f.Doc
	} else if row := Row(name); row != nil {
		doc = row.Doc
	}
	return strings.Join(strings.Fields(doc), " ")
}

// Row gives a row of the schema by its id; nil where there is none.
func Row(id string) *plan.Row {
	for _, row := range Rows() {
		if row.ID == id {
			return row
		}
	}
	return nil
}

// Rows lists the rows of the schema.
func Rows() []*plan.Row {
	var rows []*plan.Row
	p := &schema.Template
	for i := range p.Requires {
		rows = append(rows, &p.Requires[i].Row)
	}
	for i := range p.Forbids {
		rows = append(rows, &p.Forbids[i].Row)
	}
	for i := range p.Pairs {
		rows = append(rows, &p.Pairs[i].Row)
	}
	for i := range p.AtMost {
		rows = append(rows, &p.AtMost[i].Row)
	}
	return rows
}
