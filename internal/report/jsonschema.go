package report

import (
	"encoding/json"
	"io"
	"reflect"
	"strings"
)

// FindingsSchema writes the JSON Schema of what [LintJSON] writes.
func FindingsSchema(w io.Writer) error {
	return writeSchema(w, "What saejob lint -o json writes.", reflect.TypeFor[lintReport]())
}

// ChangesSchema writes the JSON Schema of what [DiffJSON] writes.
func ChangesSchema(w io.Writer) error {
	return writeSchema(w, "What saejob diff -o json writes.", reflect.TypeFor[diffReport]())
}

// writeSchema writes the schema of a report, in the newest draft: it is for
// programs, which know it, and not for editors, which know draft 7. What the
// members of the report are for stands in the tags of its structures: doc, and
// enum where only some texts are possible.
func writeSchema(w io.Writer, title string, report reflect.Type) error {
	s := schemaOf(report, "")
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = title
	s["description"] = "Version 1 only grows: ignore members that you do not know."
	return writeJSON(w, s)
}

func schemaOf(t reflect.Type, tag reflect.StructTag) map[string]any {
	s := map[string]any{}
	if doc := tag.Get("doc"); doc != "" {
		s["description"] = doc
	}
	if values := tag.Get("enum"); values != "" {
		s["enum"] = strings.Split(values, ",")
	}
	if t == reflect.TypeFor[json.RawMessage]() {
		return s // any value
	}
	switch t.Kind() {
	case reflect.Pointer:
		return schemaOf(t.Elem(), tag)
	case reflect.Struct:
		s["type"] = "object"
		s["properties"], s["required"] = members(t)
	case reflect.Slice:
		s["type"] = "array"
		s["items"] = schemaOf(t.Elem(), "")
	case reflect.Bool:
		s["type"] = "boolean"
	case reflect.Int:
		s["type"], s["minimum"] = "integer", 0
	default:
		s["type"] = "string"
	}
	return s
}

// members returns the schemas of a structure's members, and the names of those that
// are never left out.
func members(t reflect.Type) (properties map[string]any, required []string) {
	properties = map[string]any{}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		properties[name] = schemaOf(f.Type, f.Tag)
		if options != "omitempty" {
			required = append(required, name)
		}
	}
	return properties, required
}
