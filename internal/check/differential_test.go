package check_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"slices"
	"testing"

	"saejob/internal/check"
	"saejob/internal/config"
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/plan/read"
	"saejob/schema"
)

// verdicts holds a plan against CUE's judgment of the same trees.
type verdicts struct {
	judge              *read.Judge
	plan               *plan.Plan
	trees              []judged // as long as keep says so
	keep               bool
	place              string
	documents          int
	accepted, oneSided int
	hits               map[string]int
	example            string
}

// judged is a document with CUE's verdict.
type judged struct {
	place    string // at which it is an edge; empty: none
	root     *job.Node
	accepted bool
}

// accepts reports whether a plan accepts a document; if not, why.
func accepts(p *plan.Plan, root *job.Node) (bool, string) {
	for _, m := range check.Check(p, root) {
		if m.Kind != check.Deprecated {
			return false, m.Message
		}
	}
	return true, ""
}

// subject is a schema: as CUE, and as the plan read out of it.
type subject struct {
	files fs.FS
	def   string
	plan  *plan.Plan
}

var (
	templates      = subject{schema.Files, "#JobTemplate", &schema.Template}
	configurations = subject{config.Files, "#Config", &config.Plan}
)

func newVerdicts(t *testing.T, s subject) *verdicts {
	t.Helper()
	judge, err := read.NewJudge(s.files, s.def)
	if err != nil {
		t.Fatal(err)
	}
	v := &verdicts{judge: judge, plan: s.plan, keep: true, hits: map[string]int{}}
	for _, row := range rowIDs(s.plan) {
		v.hits[row] = 0
	}
	return v
}

// try judges a document both ways.
func (v *verdicts) try(t *testing.T, doc map[string]any, labels ...string) {
	t.Helper()
	text, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	tmpl, problems := job.Parse(text)
	if len(problems) > 0 {
		t.Fatalf("%v: %s", problems, text)
	}
	job.Decode(tmpl)
	byPlan, mistake := accepts(v.plan, tmpl.Root)
	byCUE, why := v.judge.Accepts(tmpl.Raw())
	v.documents++
	if v.keep {
		v.trees = append(v.trees, judged{v.place, tmpl.Root, byCUE})
	}
	for _, label := range labels {
		v.hits[label]++
	}
	if byPlan {
		v.accepted++
	}
	if byPlan != byCUE {
		v.oneSided++
		if v.example == "" {
			v.example = string(tmpl.Raw()) + "\nplan: " + mistake + "\ncue: "
			if why != nil {
				v.example += why.Error()
			}
		}
	}
}

// TestPlanAndCUE: the plan refuses exactly what CUE refuses, at every kind of
// node and for every row; and whatever bound, list, demand or row is changed in
// the plan alone, some document tells.
func TestPlanAndCUE(t *testing.T) {
	v := newVerdicts(t, templates)
	g := newGenerator(4, v.plan)
	v.edges(t, g)
	c := v.combinations(g)
	v.alone(t, g, c)
	v.tellEveryChange(t)
	v.together(t, g, c)
	v.mutations(t, g, long(30_000, 3_000))
	v.agree(t)
}

// TestConfigPlanAndCUE: the same for the configuration.
func TestConfigPlanAndCUE(t *testing.T) {
	v := newVerdicts(t, configurations)
	g := newGenerator(6, v.plan)
	v.edges(t, g)
	v.tellEveryChange(t)
	v.mutations(t, g, long(30_000, 3_000))
	v.agree(t)
}

// agree fails where a verdict is one-sided, or too little was tried.
func (v *verdicts) agree(t *testing.T) {
	t.Helper()
	if v.oneSided > 0 {
		t.Errorf("%d of %d verdicts are one-sided, as for\n%s", v.oneSided, v.documents, v.example)
	}
	if v.accepted*100 < v.documents*15 {
		t.Errorf("%d of %d documents are accepted; at least 15%% should be", v.accepted, v.documents)
	}
	for label, n := range v.hits {
		if n < 100 && !testing.Short() {
			t.Errorf("%s: tried %d times; at least 100 should be", label, n)
		}
	}
	t.Logf("%d documents, %d accepted, tried: %v", v.documents, v.accepted, v.hits)
}

// few says that this one is left out: with -short only one of 20 is tried.
func few(g generator) bool { return testing.Short() && g.IntN(20) > 0 }

// long returns all when CHECK_LONG is set, as make check-long does, else usual; a
// few with -short, as under the race detector.
func long(all, usual int) int {
	switch {
	case os.Getenv("CHECK_LONG") != "":
		return all
	case testing.Short():
		return usual / 20
	}
	return usual
}

// mutations tries n documents, each just right or just wrong at one kind of plan
// node or row after the other.
func (v *verdicts) mutations(t *testing.T, g generator, n int) {
	t.Helper()
	all := map[string][]site{}
	for _, s := range sites(v.plan) {
		all[s.label] = append(all[s.label], s)
	}
	kinds := slices.Sorted(maps.Keys(all))
	for i := range n {
		label := kinds[i%len(kinds)]
		s := pick(g, all[label]...)
		doc := g.document(s.steps, g.near(s.t))
		switch g.IntN(12) {
		case 0:
			doc[pick(g, "unknown", "Memry", "AppNam", "")] = g.other()
		case 1:
			delete(doc, pick(g, v.plan.Fields...).Name)
		case 2:
			encodeJSON(g, doc)
		}
		v.try(t, doc, append(v.rowsOf(doc), label)...)
	}
}

// encodeJSON puts a field that travels as JSON text as such into the document.
func encodeJSON(g generator, doc map[string]any) {
	for _, f := range g.plan.Fields {
		if value, ok := doc[f.Name]; ok && f.JSON && g.IntN(2) == 0 {
			text, err := json.Marshal(value)
			if err != nil {
				panic(err)
			}
			doc[f.Name] = string(text)
		}
	}
}

// rowIDs names all rows.
func rowIDs(p *plan.Plan) []string {
	var ids []string
	for _, row := range p.Rows() {
		ids = append(ids, row.ID)
	}
	return ids
}

// rowsOf names the rows whose subject a document has.
func (v *verdicts) rowsOf(doc map[string]any) []string {
	var rows []string
	is := func(name string, in []string) bool {
		text, _ := doc[name].(string)
		return slices.Contains(in, text)
	}
	for _, r := range v.plan.Requires {
		if is(r.Field, r.In) {
			rows = append(rows, r.ID)
		}
	}
	for _, r := range v.plan.Forbids {
		if is(r.Field, r.In) {
			rows = append(rows, r.ID)
		}
	}
	for _, r := range v.plan.Pairs {
		if doc[r.Field] != nil && doc[r.With] != nil {
			rows = append(rows, r.ID)
		}
	}
	for _, r := range v.plan.AtMost {
		if doc[r.Field] != nil {
			rows = append(rows, r.ID)
		}
	}
	for _, r := range v.plan.Allows {
		if is(r.Field, r.In) && doc[r.With] != nil {
			rows = append(rows, r.ID)
		}
	}
	for _, r := range v.plan.Unique {
		if doc[r.Field] != nil {
			rows = append(rows, r.ID)
		}
	}
	return rows
}
