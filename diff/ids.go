package diff

import (
	"fmt"
	"strings"

	"saejob/diff/meaning"
	"saejob/internal/plan"
	"saejob/internal/severity"
	"saejob/schema"
)

//go:generate go run generate.go

// IDs lists what changes are called, in the order of the schema: by its fields,
// then by what they mean, then what is of neither. The list is closed: nothing
// else is in a report, and nothing else can be suppressed.
func IDs() []meaning.ID {
	var all []meaning.ID
	for _, f := range schema.Template.Fields {
		s, _ := severity.Parse(f.Change.Severity)
		all = append(all, meaning.ID{Name: f.Change.ID, Severity: s, Doc: fieldDoc(&f)})
	}
	for _, m := range meaning.All() {
		for _, id := range m.IDs {
			all = append(all, *id)
		}
	}
	return append(all,
		meaning.ID{Name: orderChanged, Severity: severity.Info, Doc: "The items of a list that has a key stand in another order. They are the same items."},
		meaning.ID{Name: fieldChanged, Severity: severity.Info, Doc: "A field that the schema does not know changed: what it brings with it, nobody here knows."},
	)
}

// fieldDoc says what a change of a field is.
func fieldDoc(f *plan.Field) string {
	doc := fmt.Sprintf("%s changed. %s", f.Name, strings.ReplaceAll(f.Doc, "\n", " "))
	switch {
	case f.Immutable:
		doc += " UpdateJob does not take it: the change needs a new template, with another AppId and other webhook URLs."
	case f.Scope == plan.ScopeServer:
		doc += " SAE makes it."
	}
	if f.Scope != plan.ScopeConfig {
		doc += " It differs between environments by nature, and is hidden between them."
	}
	return doc
}
