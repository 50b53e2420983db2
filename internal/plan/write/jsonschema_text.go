package write

import (
	"encoding/json"

	"saejob/internal/plan"
)

// octet is a part of an IPv4 address.
const octet = `(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])`

// formatSchemas accept the formats; editors know none for a block of addresses.
var formatSchemas = map[plan.Format][]any{
	plan.Address: {map[string]any{"format": "ipv4"}, map[string]any{"format": "ipv6"}},
	plan.Block: {
		map[string]any{"pattern": `^(` + octet + `\.){3}` + octet + `/(3[0-2]|[12]?[0-9])$`},
		map[string]any{"pattern": `^[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$`},
	},
}

func stringSchema(t *plan.String) map[string]any {
	s := map[string]any{"type": "string"}
	if len(t.OneOf) > 0 {
		s["enum"] = t.OneOf
	}
	if t.Pattern != "" {
		s["pattern"] = t.Pattern
	}
	for _, f := range t.Formats {
		forms, _ := s["anyOf"].([]any)
		s["anyOf"] = append(forms, formatSchemas[f]...)
	}
	if t.NotPattern != "" {
		s["not"] = map[string]any{"pattern": t.NotPattern}
	}
	if t.MinRunes > 0 {
		s["minLength"] = t.MinRunes
	}
	if t.MaxRunes > 0 {
		s["maxLength"] = t.MaxRunes
	}
	return s
}

// constantSchema returns a constant as it is in JSON.
func constantSchema(c *plan.Constant) any {
	switch c.Kind {
	case plan.IntConstant:
		return json.Number(c.Text)
	case plan.BoolConstant:
		return c.Text == "true"
	}
	return c.Text
}
