package report_test

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"saejob/internal/report"
)

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
