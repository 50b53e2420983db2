package report_test

import (
	"bytes"
	"encoding/json"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"saejob/internal/report"
	"saejob/lint"
)

// compiled returns a schema as it is printed, and one that refuses members that it
// does not list.
func compiled(t *testing.T, print func(io.Writer) error) (open, closed *jsonschema.Schema) {
	t.Helper()
	var text bytes.Buffer
	if err := print(&text); err != nil {
		t.Fatal(err)
	}
	strict := strings.ReplaceAll(text.String(), `"type": "object"`, `"type": "object", "additionalProperties": false`)
	all := [2]*jsonschema.Schema{}
	for i, text := range []string{text.String(), strict} {
		document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		compiler := jsonschema.NewCompiler()
		if err := compiler.AddResource("report.json", document); err != nil {
			t.Fatal(err)
		}
		if all[i], err = compiler.Compile("report.json"); err != nil {
			t.Fatal(err)
		}
	}
	return all[0], all[1]
}

func validate(t *testing.T, s *jsonschema.Schema, text string) error {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return s.Validate(document)
}

// TestFindingsSchema: the schema accepts what lint writes, lists every member of
// it, and refuses what it never writes.
func TestFindingsSchema(t *testing.T) {
	open, closed := compiled(t, report.FindingsSchema)
	for _, r := range []lint.Result{sample(), everyRule(), {Judged: []string{"a.yaml"}}} {
		if err := validate(t, closed, write(t, "json", r)); err != nil {
			t.Error(err)
		}
	}
	refuses(t, open, write(t, "json", sample()), map[string]string{
		`"version": 1`: `"version": "1"`, `"severity": "error"`: `"severity": "fatal"`, `"line": 1`: `"line": -1`,
		`"fingerprint"`: `"print"`, `"complete": false,`: ``, `"findings": [`: `"found": [`, `"unread": 1`: `"unread": 1.5`, `"suppressed": true`: `"suppressed": "x"`,
	})
}

// TestChangesSchema: the same of what diff writes, in all of its cases.
func TestChangesSchema(t *testing.T) {
	open, closed := compiled(t, report.ChangesSchema)
	paths, err := filepath.Glob("testdata/diff/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	reports := 0
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if f.Name != "out.json" {
				continue
			}
			reports++
			if err := validate(t, closed, string(f.Data)); err != nil {
				t.Errorf("%s: %v", path, err)
			}
			if strings.Contains(string(f.Data), `"kind": "changed"`) {
				refuses(t, open, string(f.Data), map[string]string{
					`"kind": "changed"`: `"kind": "moved"`, `"templates": [`: `"template": [`, `"secrets": {`: `"secrets": {}, "x": {`,
				})
			}
		}
	}
	if reports < 5 {
		t.Errorf("only %d reports", reports)
	}
}

func refuses(t *testing.T, s *jsonschema.Schema, text string, wrong map[string]string) {
	t.Helper()
	if err := validate(t, s, text); err != nil {
		t.Error(err)
	}
	for right, wrong := range wrong {
		if spoilt := strings.Replace(text, right, wrong, 1); spoilt == text || validate(t, s, spoilt) == nil {
			t.Errorf("%s is accepted instead of %s", wrong, right)
		}
	}
}

// TestSchemasExplain: every member says what it is for.
func TestSchemasExplain(t *testing.T) {
	for _, print := range []func(io.Writer) error{report.FindingsSchema, report.ChangesSchema} {
		var text bytes.Buffer
		if err := print(&text); err != nil {
			t.Fatal(err)
		}
		var s map[string]any
		if err := json.Unmarshal(text.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		explained(t, "", s)
	}
}

func explained(t *testing.T, at string, s map[string]any) {
	t.Helper()
	properties, _ := s["properties"].(map[string]any)
	for name, member := range properties {
		member, _ := member.(map[string]any)
		if doc, _ := member["description"].(string); !strings.HasSuffix(doc, ".") {
			t.Errorf("%s.%s says %q", at, name, doc)
		}
		explained(t, at+"."+name, member)
		if items, ok := member["items"].(map[string]any); ok {
			explained(t, at+"."+name+"[]", items)
		}
	}
}
