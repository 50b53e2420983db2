package witness

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"

	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/lint"
	"saejob/rules"
	"saejob/schema"
)

// officialSARIF gives the schema of SARIF 2.1.0, with errata, which a library
// carries word for word as it is published.
func officialSARIF(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3").Output()
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(strings.TrimSpace(string(dir)), "pkg", "report", "v210", "sarif", "schema.go")
	source, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var text string
	ast.Inspect(source, func(n ast.Node) bool {
		if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
			text, err = strconv.Unquote(literal.Value)
		}
		return true
	})
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	const id = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(id, document); err != nil {
		t.Fatal(err)
	}
	compiled, err := compiler.Compile(id)
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// everything is what lint finds in the cases of all rules, and a template that
// cannot be read.
func everything(t *testing.T) lint.Result {
	t.Helper()
	snapshot := job.Snapshot{Refs: []job.Ref{{Place: "a b/示例%.yaml", Open: func() (job.Document, error) {
		return job.Document{}, errors.New("permission denied")
	}}}}
	for pattern, files := range map[string]fs.FS{"testdata/*.txtar": schema.Cases, "*.txtar": rules.Cases} {
		names, err := fs.Glob(files, pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			text, err := fs.ReadFile(files, name)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range txtar.Parse(text).Files {
				snapshot.Refs = append(snapshot.Refs, job.Ref{Place: name + "/" + f.Name, Open: func() (job.Document, error) {
					template, problems := job.Parse(f.Data)
					return job.Document{Template: template, Problems: problems, Text: f.Data}, nil
				}})
			}
		}
	}
	l := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All()}
	return l.Check(snapshot)
}

// TestSARIF: the official schema accepts what lint writes, and a SARIF library
// reads as much from it as was written.
func TestSARIF(t *testing.T) {
	official, result := officialSARIF(t), everything(t)
	for _, r := range []lint.Result{result, {Judged: []string{"a.yaml"}}} {
		var out bytes.Buffer
		if err := report.LintSARIF(&out, r, report.Run{Version: "v1.2.3", Category: "saejob/lint"}); err != nil {
			t.Fatal(err)
		}
		if err := validate(official, out.String()); err != nil {
			t.Error(err)
		}
		read, err := sarif.FromBytes(out.Bytes())
		if err != nil || len(read.Runs[0].Results) != len(r.Findings) {
			t.Fatalf("%d findings: %v", len(r.Findings), err)
		}
		for i, result := range read.Runs[0].Results {
			rule, at := read.Runs[0].Tool.Driver.Rules[result.RuleIndex], result.Locations[0].PhysicalLocation.Region
			if *rule.ID != r.Findings[i].Rule || *at.StartLine != r.Findings[i].At.Line || len(result.Suppressions) == 1 != r.Findings[i].Suppressed() {
				t.Errorf("%s at line %d is read as %s at %d", r.Findings[i].Rule, r.Findings[i].At.Line, *rule.ID, *at.StartLine)
			}
		}
		// The schema does refuse.
		for _, wrong := range [][2]string{
			{`"version": "2.1.0"`, `"version": "2.2"`}, {`"columnKind"`, `"columnKinds"`}, {`"unicodeCodePoints"`, `"codePoints"`}, {`"results"`, `"result"`},
			{`"executionSuccessful"`, `"success"`}, {`"name": "saejob"`, `"named": "saejob"`},
		} {
			if validate(official, strings.Replace(out.String(), wrong[0], wrong[1], 1)) == nil {
				t.Errorf("%s is accepted", wrong[1])
			}
		}
	}
	if len(result.Findings) < 500 || result.Suppressed() == 0 || len(result.Unread) == 0 {
		t.Errorf("only %d findings", len(result.Findings))
	}
}

func validate(s *jsonschema.Schema, text string) error {
	if !json.Valid([]byte(text)) {
		return errors.New("not JSON")
	}
	document, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return err
	}
	return s.Validate(document)
}
