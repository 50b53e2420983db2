package schema_test

import (
	"bytes"
	"os"
	"testing"

	"saejob/internal/plan"
	"saejob/internal/plan/read"
	"saejob/internal/plan/write"
	"saejob/schema"
)

// What is generated is what the CUE files say now.
func TestGenerated(t *testing.T) {
	p, err := read.Plan(os.DirFS("."), "#Template")
	if err != nil {
		t.Fatal(err)
	}
	source, err := write.Source(p, "schema", "Template", "is the plan of #Template and its rows.")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("plan.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytes.ReplaceAll(got, []byte("\r\n"), []byte("\n")), source) {
		t.Error("plan.go is stale: run go generate ./...")
	}
}

// Every field has an explanation, every field at the top a name for its change.
func TestExplained(t *testing.T) {
	for _, f := range schema.Template.Fields {
		if f.Change.ID == "" || f.Topic == "" || f.Source == "" {
			t.Errorf("%s: change %q, topic %q, source %q", f.Name, f.Change.ID, f.Topic, f.Source)
		}
	}
	for _, m := range membersOf("", schema.Template.Fields) {
		if m.field.Doc == "" {
			t.Errorf("%s has no comment", m.path)
		}
	}
	for _, row := range rows() {
		if row.Doc == "" {
			t.Errorf("row %s has no comment", row.ID)
		}
	}
}

// member is a field, or a member of one, with its path: the items of a list
// are [].
type member struct {
	path  string
	field plan.Field
}

func membersOf(prefix string, fields []plan.Field) []member {
	var all []member
	for _, f := range fields {
		all = append(all, member{prefix + f.Name, f})
		path, t := prefix+f.Name, f.Type
		for t.List != nil {
			path, t = path+"[]", t.List.Item
		}
		if t.Object == nil {
			continue
		}
		all = append(all, membersOf(path+".", t.Object.Fields)...)
		for _, v := range t.Object.Variants {
			all = append(all, membersOf(path+".", v.Fields)...)
		}
	}
	return all
}

func rows() []*plan.Row { return schema.Template.Rows() }

// TestFresh: a plan that was read from other CUE files is not used.
func TestFresh(t *testing.T) {
	if err := schema.Fresh(); err != nil {
		t.Error(err)
	}
	defer func(digest string) { schema.Template.Digest = digest }(schema.Template.Digest)
	schema.Template.Digest = "another"
	if schema.Fresh() == nil {
		t.Error("a stale plan is taken for a fresh one")
	}
}
