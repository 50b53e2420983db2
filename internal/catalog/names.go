package catalog

import (
	"strings"

	"saejob/internal/severity"
	"saejob/internal/text"
	"saejob/rules"
	"saejob/schema"
)

// Doc is what there is to know of a rule: of the file, of the schema, or of those
// in saejob/rules.
type Doc struct {
	Name     string
	Severity severity.Severity
	// Summary says in a sentence what is wrong, or what is demanded.
	Summary string
	// Why and Fix say what comes of it and what to do; of a field or a row, Why is
	// the rest of its documentation.
	Why, Fix string
	// Source is the page that says so; empty where none does.
	Source string
	// Security: it is about a secret, or about who gets in.
	Security bool
}

// Docs lists the rules, lint's own first, then those of saejob/rules, then the
// schema's.
func Docs() []Doc {
	all := []Doc{newDoc(yamlRule, yamlHelp, "", severity.Error), newDoc(unknownRule, unknownHelp, "", severity.Warning)}
	for _, r := range rules.All() {
		all = append(all, docOf(r))
	}
	for _, row := range Rows() {
		all = append(all, newDoc(schemaRule+row.ID, help(row.ID), row.Source, severity.Error))
	}
	for _, f := range schema.Template.Fields {
		all = append(all, newDoc(schemaRule+f.Name, help(f.Name), f.Source, severity.Error))
	}
	return all
}

func docOf(r *rules.Rule) Doc {
	return Doc{r.Name, r.Severity, r.Summary, r.Why, r.Fix, r.Source, r.Security}
}

func newDoc(name, text, source string, s severity.Severity) Doc {
	d := Doc{Name: name, Summary: text, Source: source, Severity: s}
	if i := strings.Index(text, ". "); i >= 0 {
		d.Summary, d.Why = text[:i+1], text[i+2:]
	}
	return d
}

// OfSchema says whether the rule is the schema's, not one that is computed.
func (d *Doc) OfSchema() bool { return strings.HasPrefix(d.Name, schemaRule) }

// FindDoc finds a rule by its name; one of the schema also without "schema/".
// Where there is none, meant is the name that is close, if any.
func FindDoc(name string) (doc Doc, meant string) {
	var names []string
	for _, d := range Docs() {
		short := strings.TrimPrefix(d.Name, schemaRule)
		if d.Name == name || short == name {
			return d, d.Name
		}
		names = append(names, d.Name, short)
	}
	meant = text.Closest(name, names)
	for _, d := range Docs() {
		if strings.TrimPrefix(d.Name, schemaRule) == meant {
			meant = d.Name
		}
	}
	return Doc{}, meant
}

// IsRule says whether a name is that of a rule.
func IsRule(name string) bool {
	_, known := SuggestRule(name)
	return known
}

// SuggestRule says whether a name, in full, is that of a rule; else it gives the
// one that was meant, if one is close.
func SuggestRule(name string) (meant string, known bool) {
	doc, meant := FindDoc(name)
	return meant, doc.Name == name
}
