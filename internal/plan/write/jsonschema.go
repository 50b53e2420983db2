package write

import (
	"bytes"
	"encoding/json"
	"strings"

	"saejob/internal/plan"
)

// JSONSchema returns the plan as JSON Schema, for editors: in draft 7, which they
// know, with what they show beside a field. It describes what a document may say, in
// structure; a bound on items of one
// kind, and unique keys, cannot be expressed in draft 7. What may be
// JSON text in a string is only structure here.
func JSONSchema(p *plan.Plan, title string) ([]byte, error) {
	s := structure(p.Fields)
	s["$schema"] = "http://json-schema.org/draft-07/schema#"
	s["title"] = title
	var rows []any
	for _, r := range p.Requires {
		rows = append(rows, when(p, r.Field, r.In, map[string]any{"required": r.Fields}))
	}
	for _, r := range p.Forbids {
		forbidden := map[string]any{}
		for _, name := range r.Fields {
			forbidden[name] = false
		}
		rows = append(rows, when(p, r.Field, r.In, map[string]any{"properties": forbidden}))
	}
	for _, r := range p.Pairs {
		for _, e := range r.Table {
			with := map[string]any{r.With: map[string]any{"enum": e.Allowed}}
			rows = append(rows, when(p, r.Field, []string{e.Value}, map[string]any{"properties": with}))
		}
	}
	for _, r := range p.Allows {
		with := map[string]any{r.With: map[string]any{"enum": r.Values}}
		rows = append(rows, when(p, r.Field, r.In, map[string]any{"properties": with}))
	}
	if len(rows) > 0 {
		s["allOf"] = rows
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(s)
	return out.Bytes(), err
}

// when demands something where a field is one of some values.
func when(p *plan.Plan, field string, in []string, then map[string]any) map[string]any {
	var values []any
	for _, f := range p.Fields {
		for _, text := range in {
			switch {
			case f.Name != field:
			case f.Type.Int != nil:
				values = append(values, json.Number(text))
			default:
				values = append(values, text)
			}
		}
	}
	is := map[string]any{"properties": map[string]any{field: map[string]any{"enum": values}}, "required": []string{field}}
	return map[string]any{"if": is, "then": then}
}

// structure accepts the members of a structure and no others.
func structure(fields []plan.Field) map[string]any {
	properties := map[string]any{}
	required := []string{}
	for i := range fields {
		f := &fields[i]
		properties[f.Name] = fieldSchema(f)
		if f.Required {
			required = append(required, f.Name)
		}
	}
	return map[string]any{"type": "object", "properties": properties, "required": required, "additionalProperties": false}
}

func fieldSchema(f *plan.Field) map[string]any {
	s := typeSchema(f.Type)
	if f.Default != nil {
		s["default"] = constantSchema(f.Default)
	}
	if f.Doc == "" {
		return s
	}
	s["description"] = strings.ReplaceAll(f.Doc, "\n", " ")
	s["markdownDescription"] = s["description"]
	if f.Source != "" {
		s["markdownDescription"] = s["description"].(string) + "\n\n[What the page says](" + f.Source + ")"
	}
	if f.Deprecated != "" {
		s["deprecationMessage"] = "use " + f.Deprecated
	}
	return s
}

// typeSchema accepts what a type does; of several alternatives, any.
func typeSchema(t plan.Type) map[string]any {
	var forms []map[string]any
	if t.List != nil {
		forms = append(forms, map[string]any{"type": "array", "items": typeSchema(t.List.Item), "minItems": t.List.MinItems})
	}
	if t.Object != nil {
		forms = append(forms, objectSchemas(t.Object)...)
	}
	if t.Bool {
		forms = append(forms, map[string]any{"type": "boolean"})
	}
	if t.Int != nil {
		forms = append(forms, intSchema(t.Int))
	}
	if t.String != nil {
		forms = append(forms, stringSchema(t.String))
	}
	switch len(forms) {
	case 0:
		return map[string]any{}
	case 1:
		return forms[0]
	}
	return map[string]any{"anyOf": forms}
}

func objectSchemas(o *plan.Object) []map[string]any {
	if o.Map != nil {
		return []map[string]any{{"type": "object", "propertyNames": stringSchema(&o.Map.Names), "additionalProperties": typeSchema(o.Map.Type)}}
	}
	if o.Tag == "" {
		return []map[string]any{structure(o.Fields)}
	}
	var forms []map[string]any
	for _, v := range o.Variants {
		form := structure(v.Fields)
		tag := form["properties"].(map[string]any)[o.Tag].(map[string]any)
		tag["const"] = v.Value
		forms = append(forms, form)
	}
	return forms
}

func intSchema(i *plan.Int) map[string]any {
	s := map[string]any{"type": "integer"}
	if len(i.OneOf) > 0 {
		s["enum"] = i.OneOf
	} else {
		s["minimum"], s["maximum"] = i.Min, i.Max
	}
	return s
}
