package lint

import (
	"strings"

	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/severity"
	"saejob/schema"
)

// Rules of lint's own, beside the schema's and those of saejob/rules.
const (
	yamlRule    = "yaml"
	unknownRule = "unknown-field"
	schemaRule  = "schema/"

	yamlHelp    = "A file is one YAML document that every reader understands alike: no aliases, anchors, merge keys or tags, no name twice, and quotes around text that looks like something else."
	unknownHelp = "The schema does not list this member. Close to a known name it is most likely mistyped; else the API may have grown, and the value is kept as it is."
)

// mistake makes a finding of what the schema refuses.
func (s *sheet) mistake(m check.Mistake) []Finding {
	f := Finding{Rule: unknownRule, Severity: severity.Error, At: m.At, Path: m.Path.String(), path: m.Path, Message: m.Message, Help: unknownHelp}
	switch m.Kind {
	case check.Unknown, check.Encoded, check.Deprecated:
		f.Severity = severity.Warning
	}
	if m.Name != "" {
		f.Rule = schemaRule + m.Name
		f.Help = help(m.Name)
	}
	if m.Kind == check.Listed || m.Name == "" {
		f.Severity = s.Policy.severity(f.Rule, s.place, f.Severity)
	}
	return s.finding(f, m.Node)
}

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
