package witness

import (
	"bytes"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"

	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/plan/write"
	"saejob/schema"
)

// beyond are the ids and messages of what draft 7 cannot say.
var beyond = regexp.MustCompile(`^(stdout-once|tag-key)$|is no whole number|without fraction|is JSON text|is text that|use useBodyEncodingForUri`)

// TestJSONSchema: an editor that goes by the schema judges the cases as lint
// does, but for what draft 7 cannot say.
func TestJSONSchema(t *testing.T) {
	text, err := write.JSONSchema(&schema.Template, "a template")
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("template.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile("template.json")
	if err != nil {
		t.Fatal(err)
	}
	if compiled.DraftVersion != 7 {
		t.Errorf("draft %d", compiled.DraftVersion)
	}
	names, err := fs.Glob(schema.Cases, "testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	judged := map[bool]int{}
	for _, name := range names {
		archive, err := fs.ReadFile(schema.Cases, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range txtar.Parse(archive).Files {
			template, problems := job.Parse(f.Data)
			if !strings.HasSuffix(f.Name, ".yaml") || len(problems) > 0 {
				continue
			}
			instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(template.Raw()))
			if err != nil {
				t.Fatal(err)
			}
			job.Decode(template)
			mistakes := check.Check(&schema.Template, template.Root)
			wrong := compiled.Validate(instance)
			judged[len(mistakes) == 0]++
			if (len(mistakes) == 0) != (wrong == nil) && !excused(mistakes) {
				t.Errorf("%s: %s: lint says %v, the schema %v", name, f.Name, mistakes, wrong)
			}
		}
	}
	if judged[true] < 100 || judged[false] < 300 {
		t.Errorf("only %v were judged", judged)
	}
}

func excused(mistakes []check.Mistake) bool {
	for _, m := range mistakes {
		if !beyond.MatchString(m.Name) && !beyond.MatchString(m.Message) {
			return false
		}
	}
	return len(mistakes) > 0
}
