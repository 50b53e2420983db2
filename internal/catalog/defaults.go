package catalog

import (
	"cmp"
	"strings"

	"saejob/internal/plan"
)

// defaults returns in a sentence what a field is, or its members are, where they are
// not set; empty where that is not documented.
func defaults(f *plan.Field) string {
	if f.Default != nil {
		return "Where it is not set: " + defaultWords(f.Default) + "."
	}
	if all := defaultsBelow(f.Name, f.Type); all != nil {
		return "Where they are not set: " + strings.Join(all, ", ") + "."
	}
	return ""
}

// defaultsBelow returns the defaults of the members of a type, each after its path.
func defaultsBelow(path string, t plan.Type) []string {
	if t.List != nil {
		return defaultsBelow(path+"[]", t.List.Item)
	}
	if t.Object == nil {
		return nil
	}
	var all []string
	for _, f := range t.Object.Fields {
		at := path + "." + f.Name
		if f.Default != nil && f.Deprecated == "" {
			all = append(all, at+" "+defaultWords(f.Default))
		}
		all = append(all, defaultsBelow(at, f.Type)...)
	}
	return all
}

// defaultWords returns a default as the file has it; empty text by a word.
func defaultWords(c *plan.Constant) string { return cmp.Or(c.Text, "empty") }
