package read

import (
	"regexp"
	"slices"
	"strings"

	"cuelang.org/go/cue/ast"

	"saejob/internal/plan"
)

// An attribute's words are names, or names with a value.
var wordForm = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*(=[A-Za-z][A-Za-z0-9-]*)?$`)

var severities = []string{"error", "warning", "info"}

// words returns the words between the parentheses of an attribute.
func words(a *ast.Attribute) ([]string, error) {
	_, body := a.Split()
	list := strings.Split(body, ",")
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
		if !wordForm.MatchString(list[i]) && !defaultForm.MatchString(list[i]) {
			return nil, errorAt(a, "%q in %s is not a word", list[i], a.Text)
		}
		if slices.Contains(list[:i], list[i]) {
			return nil, errorAt(a, "%s is there twice in %s", list[i], a.Text)
		}
	}
	return list, nil
}

// readAttributes reads what stands after the type of a field. Some words are
// for the fields of the root only.
func readAttributes(f *plan.Field, d *ast.Field, top bool, consts map[string]string) error {
	var seen []string
	for _, a := range d.Attrs {
		name, _ := a.Split()
		list, err := words(a)
		if err != nil {
			return err
		}
		if slices.Contains(seen, name) {
			return errorAt(a, "@%s is there twice", name)
		}
		seen = append(seen, name)
		switch {
		case name == "sae":
			for _, word := range list {
				if problem := readWord(f, word, top); problem != "" {
					return errorAt(a, "%s in @sae of %s", problem, f.Name)
				}
			}
		case name == "key" && len(list) == 1:
			f.Key = list[0]
		case name == "page" && len(list) == 1 && top:
			if f.Source = consts["_"+list[0]]; f.Source == "" {
				return errorAt(a, "_%s is not a constant text", list[0])
			}
		case name == "change" && len(list) == 2 && top:
			if !nameForm.MatchString(list[0]) || !slices.Contains(severities, list[1]) {
				return errorAt(a, "%s is not @change(WHAT-CHANGED, error|warning|info)", a.Text)
			}
			f.Change = plan.Change{ID: list[0], Severity: list[1]}
		default:
			return errorAt(a, "attribute %s is not known here", a.Text)
		}
	}
	if problem := checkAttributes(f); problem != "" {
		return errorAt(d, "%s of %s", problem, f.Name)
	}
	return nil
}

// readWord reads a word of @sae.
func readWord(f *plan.Field, word string, top bool) (problem string) {
	name, value, _ := strings.Cut(word, "=")
	if topWords := []string{"json", "immutable", "elsewhere"}; !top && slices.Contains(topWords, name) {
		return "word " + name + ", which is for fields at the top,"
	}
	switch {
	case word == "json":
		f.JSON = true
	case (word == "immutable" || word == "immutable=new-template") && !f.Immutable:
		f.Immutable, f.NewTemplate = true, value != ""
	case name == "default" && f.Default == nil && constantOf(value) != nil:
		f.Default = constantOf(value)
	case word == "set":
		f.Set = true
	case word == "open":
		f.Open = true
	case word == "secret" && f.Secret == plan.SecretParts:
		f.Secret = plan.SecretWhole
	case word == "secret=by-name" && f.Secret == plan.SecretParts:
		f.Secret = plan.SecretByName
	case word == "plain" && f.Secret == plan.SecretParts:
		f.Secret = plan.SecretNever
	case word == "scope=environment" && f.Scope == plan.ScopeConfig:
		f.Scope = plan.ScopeEnvironment
	case word == "scope=server" && f.Scope == plan.ScopeConfig:
		f.Scope = plan.ScopeServer
	case name == "elsewhere" && value != "" && f.Elsewhere == "":
		f.Elsewhere = value
	case name == "deprecated" && value != "" && f.Deprecated == "":
		f.Deprecated = value
	case slices.Contains([]string{"secret", "secret=by-name", "plain", "scope=environment", "scope=server", "immutable", "immutable=new-template"}, word),
		value != "" && (name == "elsewhere" || name == "deprecated" || name == "default" && f.Default != nil):
		return "word " + word + ", which contradicts another,"
	default:
		return "unknown word " + word
	}
	return ""
}

// checkAttributes returns which attribute does not go with the field's type.
func checkAttributes(f *plan.Field) (problem string) {
	t := f.Type
	texts := t.String != nil || t.List != nil && t.List.Item.String != nil
	switch {
	case f.JSON && t.List == nil && t.Object == nil:
		return "word json is for a list or a structure, not for the type"
	case f.Default != nil && f.Required:
		return "word default is for a field that may be absent, not for the required one"
	case f.Default != nil && !takes(t, f.Default):
		return "word default is for a value of the type, not for the type"
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

// hasKey reports whether t is a list of structures that all have a text named key.
func hasKey(t plan.Type, key string) bool {
	if t.List == nil || t.List.Item.Object == nil {
		return false
	}
	return slices.ContainsFunc(t.List.Item.Object.Fields, func(f plan.Field) bool {
		return f.Name == key && f.Required && f.Type.String != nil
	})
}
