package schema_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"saejob/internal/job"
	"saejob/internal/plan/read"
	"saejob/schema"
)

// testCase is a whole template of testdata, which CUE accepts or refuses.
type testCase struct {
	topic, name string
	text        []byte
	ok          bool
}

func cases(t *testing.T) []testCase {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata/*.txtar (%v)", err)
	}
	var all []testCase
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		topic := strings.TrimSuffix(filepath.Base(file), ".txtar")
		for _, f := range archive.Files {
			if filepath.Ext(f.Name) == ".out" {
				continue // what lint says of it
			}
			ok := strings.HasPrefix(f.Name, "ok-")
			if !ok && !strings.HasPrefix(f.Name, "bad-") || filepath.Ext(f.Name) != ".yaml" {
				t.Fatalf("%s: %s is neither ok-….yaml nor bad-….yaml", file, f.Name)
			}
			all = append(all, testCase{topic, f.Name, f.Data, ok})
		}
	}
	return all
}

func judge(t *testing.T) *read.Judge {
	t.Helper()
	j, err := read.NewJudge(schema.Files, "#JobTemplate")
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func parse(t *testing.T, c testCase) *job.Template {
	t.Helper()
	tmpl, problems := job.Parse(c.text)
	if len(problems) > 0 {
		t.Fatalf("%s/%s: %v", c.topic, c.name, problems)
	}
	return tmpl
}

// CUE judges the cases as their names say.
func TestCases(t *testing.T) {
	j := judge(t)
	for _, c := range cases(t) {
		if got, why := j.Accepts(parse(t, c).Raw()); got != c.ok {
			t.Errorf("%s/%s: %v (%v)", c.topic, c.name, got, why)
		}
	}
}

// The cases stand as saejob would write them.
func TestCasesAreNormal(t *testing.T) {
	for _, c := range cases(t) {
		if got := job.Print(parse(t, c)); string(got) != string(c.text) {
			t.Errorf("%s/%s is written\n%s", c.topic, c.name, got)
		}
	}
}

// Every field, member of one, and row has cases.
func TestCasesAreComplete(t *testing.T) {
	var accepted, refused []string
	for _, c := range cases(t) {
		if c.ok {
			accepted = paths(accepted, "", parse(t, c).Root)
		} else {
			refused = append(refused, c.name)
		}
	}
	for _, m := range membersOf("", schema.Template.Fields) {
		if !slices.Contains(accepted, m.path) {
			t.Errorf("no accepted template has %s", m.path)
		}
	}
	for _, f := range schema.Template.Fields {
		named := func(name string) bool { return strings.Contains(name, f.Name+"-") }
		inTopic := f.Name == "TriggerConfig" || f.Name == "SlsConfigs" // trigger.txtar and logging.txtar are about them
		if !slices.ContainsFunc(refused, named) && !inTopic {
			t.Errorf("no refused template is about %s", f.Name)
		}
	}
	for _, row := range rows() {
		named := func(name string) bool { return strings.HasPrefix(name, "bad-"+row.ID) }
		if !slices.ContainsFunc(refused, named) {
			t.Errorf("no refused template is about row %s", row.ID)
		}
	}
}

// paths adds the paths of the members below n.
func paths(list []string, path string, n *job.Node) []string {
	for _, e := range n.Entries {
		at := path + "[]"
		if n.Kind == job.Object {
			at = strings.TrimPrefix(path+"."+e.Key, ".")
			list = append(list, at)
		}
		list = paths(list, at, e.Value)
	}
	return list
}

// null is refused wherever a value is accepted.
func TestNullIsRefused(t *testing.T) {
	j := judge(t)
	seen := map[string]bool{}
	for _, c := range cases(t) {
		if !c.ok {
			continue
		}
		tmpl := parse(t, c)
		mutate(tmpl.Root, "", func(path string) {
			if seen[path] {
				return
			}
			seen[path] = true
			if ok, _ := j.Accepts(tmpl.Raw()); ok {
				t.Errorf("%s/%s: %s may be null", c.topic, c.name, path)
			}
		})
	}
}

// mutate makes each value null in turn and calls try with its path, in which []
// are the items of a list.
func mutate(n *job.Node, path string, try func(path string)) {
	for _, e := range n.Entries {
		at := path + "[]"
		if n.Kind == job.Object {
			at = path + "." + e.Key
		}
		was := *e.Value
		*e.Value = job.Node{Kind: job.Null}
		try(at)
		*e.Value = was
		mutate(e.Value, at, try)
	}
}

// The samples, which are composed from documentation and real templates, are
// accepted as export would write them.
func TestSamples(t *testing.T) {
	files, err := filepath.Glob("../internal/emulator/samples/*.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("no samples")
	}
	j := judge(t)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tmpl, err := job.FromAnswer(text)
		if err != nil {
			t.Fatal(file, err)
		}
		job.Normalize(tmpl)
		if ok, why := j.Accepts(tmpl.Raw()); !ok {
			t.Errorf("%s: %v", filepath.Base(file), why)
		}
	}
}
