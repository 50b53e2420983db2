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
		"The items of a list that has a key are in another order. The items themselves are the same."}
	FieldChanged = ID{"field-changed", severity.Info,
		"A field that is not in the schema changed: saejob cannot tell what that means."}
)

// IDs returns what changes are called, in the order of the schema: by its fields,
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

// fieldDoc returns what a change of a field is.
func fieldDoc(f *plan.Field) string {
	doc := fmt.Sprintf("%s changed. %s", f.Name, strings.ReplaceAll(f.Doc, "\n", " "))
	switch {
	case f.NewTemplate:
		doc += " No call changes this field: the change needs a new template, with a new AppId and new webhook URLs."
	case f.Immutable:
		doc += " UpdateJob cannot change this field; whether another call can is not documented."
	case f.Scope == plan.ScopeServer:
		doc += " SAE sets this field."
	}
	if f.Scope != plan.ScopeConfig {
		doc += " Its value differs between environments by nature, so diff hides it between them."
	}
	return doc
}
