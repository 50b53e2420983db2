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

// What changes and rows are called: lower case, with hyphens.
var nameForm = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)

var severities = []string{"error", "warning", "info"}

// words returns the words between the parentheses of an attribute.
func words(a *ast.Attribute) ([]string, error) {
	_, body := a.Split()
	list := strings.Split(body, ",")
	for i := range list {
		list[i] = strings.TrimSpace(list[i])
		if !wordForm.MatchString(list[i]) {
			return nil, errorAt(a, "%q in %s is no word", list[i], a.Text)
		}
		if slices.Contains(list[:i], list[i]) {
			return nil, errorAt(a, "%s stands twice in %s", list[i], a.Text)
		}
	}
	return list, nil
}

// readAttributes reads what stands behind the type of a field. Some words are
// for the fields of the root only.
func readAttributes(f *plan.Field, d *ast.Field, top bool) error {
	var seen []string
	for _, a := range d.Attrs {
		name, _ := a.Split()
		list, err := words(a)
		if err != nil {
			return err
		}
		if slices.Contains(seen, name) {
			return errorAt(a, "@%s stands twice", name)
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
	case word == "immutable":
		f.Immutable = true
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
	case slices.Contains([]string{"secret", "secret=by-name", "plain", "scope=environment", "scope=server"}, word),
		value != "" && (name == "elsewhere" || name == "deprecated"):
		return "word " + word + ", which contradicts another,"
	default:
		return "unknown word " + word
	}
	return ""
}
