package catalog

import (
	"strings"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/rules"
	"saejob/schema"
)

const (
	yamlRule    = "yaml"
	unknownRule = "unknown-field"
	schemaRule  = rules.OfSchema
)

var yamlHelp, unknownHelp = rules.YAML.Summary, rules.UnknownField.Summary + " " + rules.UnknownField.Why

func Rows() []*plan.Row { return schema.Template.Rows() }

func help(name string) string {
	doc := ""
	if f := job.FieldOf(schema.Template.Fields, name); f != nil {
		doc = f.Doc
	} else if row := schema.Template.Row(name); row != nil {
		doc = row.Doc
	}
	return strings.Join(strings.Fields(doc), " ")
}

// Suggest is [SuggestRule].
func Suggest(name string) (string, bool) { return SuggestRule(name) }

// Lowerable says whether a configuration may say how much a rule's findings
// matter.
func Lowerable(rule string) bool {
	name, ofSchema := strings.CutPrefix(rule, schemaRule)
	if !ofSchema {
		return rule != yamlRule && IsRule(rule)
	}
	f := job.FieldOf(schema.Template.Fields, name)
	return f != nil && f.Open
}
