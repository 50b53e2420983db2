package read

import (
	"slices"

	"cuelang.org/go/cue/ast"

	"saejob/internal/plan"
)

// checkAttributes says which attribute does not go with the field's type.
func checkAttributes(f *plan.Field) (problem string) {
	t := f.Type
	texts := t.String != nil || t.List != nil && t.List.Item.String != nil
	switch {
	case f.JSON && t.List == nil && t.Object == nil:
		return "word json is for a list or a structure, not for the type"
	case f.Set && t.List == nil:
		return "word set is for a list, not for the type"
	case f.Open && (t.String == nil || !listed(t.String)):
		return "word open is for listed texts, not for the type"
	case (f.Secret == plan.SecretWhole || f.Secret == plan.SecretByName) && t.String == nil:
		return "word secret is for a text, not for the type"
	case f.Secret == plan.SecretNever && !texts:
		return "word plain is for a text, not for the type"
	case f.Key != "" && !hasKey(t, f.Key):
		return "@key needs a list of structures that require the text " + f.Key + ", not the type"
	}
	return ""
}

// hasKey says whether t is a list of structures that all have a text named key.
func hasKey(t plan.Type, key string) bool {
	if t.List == nil || t.List.Item.Object == nil {
		return false
	}
	return slices.ContainsFunc(t.List.Item.Object.Fields, func(f plan.Field) bool {
		return f.Name == key && f.Required && f.Type.String != nil
	})
}

// checkTogether checks what the fields of a structure say of each other.
func checkTogether(fields []plan.Field, nodes []*ast.Field) error {
	for i, f := range fields {
		instead := func(o plan.Field) bool { return o.Name == f.Deprecated && o.Name != f.Name }
		if f.Deprecated != "" && !slices.ContainsFunc(fields, instead) {
			return errorAt(nodes[i], "%s is deprecated for %s, which is not there", f.Name, f.Deprecated)
		}
		for _, o := range fields[:i] {
			if f.Change.ID != "" && f.Change.ID == o.Change.ID {
				return errorAt(nodes[i], "a change of %s is called %s, as one of %s is", f.Name, f.Change.ID, o.Name)
			}
		}
	}
	return nil
}
