package witness

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"

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

// TestFindingsSchema: the schema accepts what lint writes, lists every member of
// it, and refuses what it never writes.
func TestFindingsSchema(t *testing.T) {
	open, closed := compiled(t, report.FindingsSchema)
	for _, r := range []lint.Result{everything(t), {Judged: []string{"a.yaml"}}} {
		var out strings.Builder
		if err := report.LintJSON(&out, r); err != nil {
			t.Fatal(err)
		}
		if err := validate(closed, out.String()); err != nil {
			t.Error(err)
		}
	}
	refuses(t, open, written(t, "../report/testdata/lint.txtar", "json"), map[string]string{
		`"version": 1`: `"version": "1"`, `"severity": "error"`: `"severity": "fatal"`, `"line": 1`: `"line": -1`,
		`"fingerprint"`: `"print"`, `"complete": false,`: ``, `"findings": [`: `"found": [`, `"unread": 1`: `"unread": 1.5`, `"suppressed": true`: `"suppressed": "x"`,
	})
}

// TestChangesSchema: the same of what diff writes, in all of its cases.
func TestChangesSchema(t *testing.T) {
	open, closed := compiled(t, report.ChangesSchema)
	paths, err := filepath.Glob("../report/testdata/diff/*.txtar")
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
			if err := validate(closed, string(f.Data)); err != nil {
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

// written returns a report that stands in an archive of the tests of package report.
func written(t *testing.T, archive, name string) string {
	t.Helper()
	read, err := txtar.ParseFile(archive)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range read.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	t.Fatalf("%s has no %s", archive, name)
	return ""
}

func refuses(t *testing.T, s *jsonschema.Schema, text string, wrong map[string]string) {
	t.Helper()
	if err := validate(s, text); err != nil {
		t.Error(err)
	}
	for right, wrong := range wrong {
		if spoilt := strings.Replace(text, right, wrong, 1); spoilt == text || validate(s, spoilt) == nil {
			t.Errorf("%s is accepted instead of %s", wrong, right)
		}
	}
}
