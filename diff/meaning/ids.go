package meaning

import (
	"fmt"
	"strings"

	"saejob/internal/plan"
	"saejob/internal/severity"
	"saejob/schema"
)

// What a change is called that neither the schema nor a meaning names.
var (
	OrderChanged = ID{"order-changed", severity.Info,
		"The items of a list that has a key stand in another order. They are the same items."}
	FieldChanged = ID{"field-changed", severity.Info,
		"A field that the schema does not know changed: what it brings with it, nobody here knows."}
)

// IDs lists what changes are called, in the order of the schema: by its fields,
// then by what they mean, then what is of neither. The list is closed: nothing
// else is in a report, and nothing else can be suppressed.
func IDs() []ID {
	var all []ID
	for _, f := range schema.Template.Fields {
		s, _ := severity.Parse(f.Change.Severity)
		all = append(all, ID{Name: f.Change.ID, Severity: s, Doc: fieldDoc(&f)})
	}
	for _, m := range All() {
		for _, id := range m.IDs {
			all = append(all, *id)
		}
	}
	return append(all, OrderChanged, FieldChanged)
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
