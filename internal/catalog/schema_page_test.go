package catalog

import (
	"math"
	"strings"
	"testing"

	"saejob/internal/plan"
)

var small = &plan.Plan{
	Fields: []plan.Field{
		{
			Name: "Kind", Doc: "What it\nis.", Topic: "thing", Source: "https://example.com/#Kind", Required: true,
			Type:   plan.Type{String: &plan.String{OneOf: []string{"A", "B"}}},
			Secret: plan.SecretNever, Open: true,
			Change: plan.Change{ID: "kind-changed", Severity: "error"},
		},
		{
			Name: "Items", Topic: "thing", JSON: true, Key: "name",
			Type: plan.Type{List: &plan.List{MinItems: 1, Item: plan.Type{Object: &plan.Object{
				Tag: "as",
				Variants: []plan.Variant{
					{Value: "x", Fields: []plan.Field{{Name: "as"}, {Name: "n", Type: plan.Type{Int: &plan.Int{Min: 1, Max: 9}}}}},
					{Value: "y", Fields: []plan.Field{{Name: "as"}, {Name: "n", Type: plan.Type{Bool: true, String: &plan.String{}}}}},
				},
			}}}},
		},
	},
	AtMost: []plan.AtMost{{
		Row: plan.Row{ID: "one-x", Doc: "Why.", Topic: "thing", Field: "Items", Source: "https://example.com/#Items"},
		N:   1, Of: []plan.Member{{Name: "as", Text: "x"}},
	}},
}

// TestSchemaPage: a line for each field and member, and what the rows say.
func TestSchemaPage(t *testing.T) {
	const fields = `
| field | value | what it is | notes |
|---|---|---|---|
| [` + "`Kind`](https://example.com/#Kind) | `A` or `B` | What it is. | required, list may grow, `kind-changed`: error |" + `
| ` + "`Items` | list of structures whose `as` is `x` or `y` (1 or more) |  | JSON text in the API, paired by `name` |" + `
| ` + "`Items[].n` | whole number from 1 to 9 |  | if `as` is `x` |" + `
| ` + "`Items[].n` | true or false; or text |  | if `as` is `y` |" + `

[**schema/one-x**](https://example.com/#Items): Why.

- at most 1 of Items may have as x
`
	page, err := schemaPage(small, nil)
	if err != nil || !strings.HasSuffix(page, fields) {
		t.Errorf("%v\n%s", err, page)
	}
}

// TestSchemaPageSays: what a wrong value is told stands beside the field or row.
func TestSchemaPageSays(t *testing.T) {
	page, err := schemaPage(small, map[string]string{"Kind": "C | D", "one-x": "two x"})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"| message for a wrong value |\n", "error | C \\| D |\n", "\n> two x\n"} {
		if !strings.Contains(page, want) {
			t.Errorf("%q is not in\n%s", want, page)
		}
	}
}

// TestSchemaPageMap: a map is one line, and one for its members, with lines for theirs.
func TestSchemaPageMap(t *testing.T) {
	const lines = "| `F` | structure with names of your own |  |  |\n" +
		"| `F.*` | structure | A name: not x |  |\n" +
		"| `F.*.a` | true or false | What. |  |\n"
	members := []plan.Field{{Name: "a", Doc: "What.", Type: plan.Type{Bool: true}}}
	kind := plan.Type{Object: &plan.Object{Map: &plan.Map{Doc: "not x", Type: plan.Type{Object: &plan.Object{Fields: members}}}}}
	page, err := schemaPage(&plan.Plan{Fields: []plan.Field{{Name: "F", Type: kind}}}, nil)
	if err != nil || !strings.HasSuffix(page, lines) {
		t.Errorf("%v\n%s", err, page)
	}
}

// TestSchemaPageWords: what a value may be, in words.
func TestSchemaPageWords(t *testing.T) {
	for want, kind := range map[string]plan.Type{
		"anything":                         {Any: true},
		"text of 0 to 9 characters":        {String: &plan.String{MaxRunes: 9}},
		"text of 2 characters or more":     {String: &plan.String{MinRunes: 2}},
		"text unlike `^a`":                 {String: &plan.String{NotPattern: "^a"}},
		"structure with names of your own": {Object: &plan.Object{Map: &plan.Map{}}},
		"text, not empty like `^a`":        {String: &plan.String{MinRunes: 1, Pattern: "^a"}},
		"whole number of 32 bits":          {Int: &plan.Int{Min: math.MinInt32, Max: math.MaxInt32}},
		"whole number of 64 bits":          {Int: &plan.Int{Min: math.MinInt64, Max: math.MaxInt64}},
		"1, 2 or 3":                        {Int: &plan.Int{OneOf: []int64{1, 2, 3}}},
		"list of texts; or text":           {String: &plan.String{}, List: &plan.List{Item: plan.Type{String: &plan.String{}}}},
		"structure":                        {Object: &plan.Object{}},
		"list of items that are 7 or text": {List: &plan.List{Item: plan.Type{Int: &plan.Int{OneOf: []int64{7}}, String: &plan.String{}}}},
	} {
		page, err := schemaPage(&plan.Plan{Fields: []plan.Field{{Name: "F", Type: kind}}}, nil)
		if cell := "| `F` | " + want + " |"; err != nil || !strings.Contains(page, cell) {
			t.Errorf("%v: no %s in\n%s", err, cell, page[max(0, len(page)-200):])
		}
	}
}
