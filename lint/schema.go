package lint

import (
	"strings"

	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/rules"
	"saejob/schema"
)

// mistake keeps what the schema refuses as a finding.
func (t *template) mistake(m check.Mistake) {
	f := Finding{Rule: rules.UnknownField.Name, Severity: severity.Error, At: m.At, path: m.Path, Message: m.Message, advice: m.Advice, value: m.Node}
	switch m.Kind {
	case check.Unknown, check.Encoded, check.Deprecated, check.Listed:
		f.Severity = severity.Warning
	}
	if m.Lenient {
		f.Severity = severity.Warning
	}
	if m.Name != "" {
		f.Rule = rules.OfSchema + m.Name
	}
	if m.Lenient || m.Kind == check.Listed || m.Kind == check.Misspelt || m.Kind == check.Unknown || m.Kind == check.Misnamed {
		f.Severity = t.Policy.severity(f.Rule, t.place, f.Severity)
	}
	t.finding(f, m.Node, func() string {
		if m.Name != "" {
			return help(m.Name)
		}
		return rules.UnknownField.Summary + " " + rules.UnknownField.Why
	})
}

// help returns the documentation of a field or a row, in a line.
func help(name string) string {
	doc := ""
	if f := job.FieldOf(schema.Template.Fields, name); f != nil {
		doc = f.Doc
	} else if row := schema.Template.Row(name); row != nil {
		doc = row.Doc
	}
	return strings.Join(strings.Fields(doc), " ")
}
