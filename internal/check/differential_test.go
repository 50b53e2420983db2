package check_test

import (
	"encoding/json"
	"io/fs"
	"maps"
	"math/rand/v2"
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
	documents          int
	accepted, oneSided int
	hits               map[string]int
	example            string
}

// judged is a document with CUE's verdict.
type judged struct {
	root     *job.Node
	accepted bool
}

// accepts says whether a plan accepts a document; if not, why.
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
		v.trees = append(v.trees, judged{tmpl.Root, byCUE})
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
	g := generator{Rand: rand.New(rand.NewPCG(4, 1)), plan: v.plan}
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
	g := generator{Rand: rand.New(rand.NewPCG(6, 1)), plan: v.plan}
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

// long gives all when CHECK_LONG is set, as make check-long does, else usual; a
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

// combinations are the changes of a document that rows are about: what they
// demand and forbid, pairs, and lists that they count in.
type combinations struct {
	packages, pairs, lists []func(doc map[string]any)
}

// combinations gives every combination of the rows' subjects and fields, row by
// row.
func (v *verdicts) combinations(g generator) (c combinations) {
	p := v.plan
	names, values := rowFields(p)
	for _, value := range values {
		for set := range 1 << len(names) {
			c.packages = append(c.packages, func(doc map[string]any) {
				doc["PackageType"] = value
				for i, name := range names {
					delete(doc, name)
					if set&(1<<i) != 0 {
						doc[name] = g.fitting(&job.FieldOf(p.Fields, name).Type, nil, nil)
					}
				}
			})
		}
	}
	pair := p.Pairs[0]
	for _, m := range append(slices.Clone(job.FieldOf(p.Fields, pair.Field).Type.Int.OneOf), 3000) {
		for _, n := range append(slices.Clone(job.FieldOf(p.Fields, pair.With).Type.Int.OneOf), 600) {
			c.pairs = append(c.pairs, func(doc map[string]any) { doc[pair.Field], doc[pair.With] = m, n })
		}
	}
	for n := range 4 {
		c.lists = append(c.lists, func(doc map[string]any) { doc[p.AtMost[0].Field] = g.logs(n) })
	}
	return c
}

// rowFields gives the fields that rows demand or forbid, and the values of their
// subject: all that rows name, another known one and an unknown one.
func rowFields(p *plan.Plan) (names, values []string) {
	for _, r := range p.Requires {
		names, values = append(names, r.Fields...), append(values, r.In...)
	}
	for _, r := range p.Forbids {
		names, values = append(names, r.Fields...), append(values, r.In...)
	}
	slices.Sort(names)
	slices.Sort(values)
	return slices.Compact(names), append(slices.Compact(values), "PhpZip", "Unknown")
}

// logs gives a list with n items that a row counts, and some that it does not.
func (g generator) logs(n int) []any {
	list := []any{map[string]any{"logDir": "/a"}}
	for range n {
		list = append(list, map[string]any{"logDir": "", "logType": "stdout"})
	}
	return list
}

// alone tries the combinations of each row by itself.
func (v *verdicts) alone(t *testing.T, g generator, c combinations) {
	t.Helper()
	for _, change := range slices.Concat(c.packages, c.pairs, c.lists) {
		v.combine(t, g, change)
	}
}

// together tries the combinations of all rows: each of the first with one of the
// others, in the long run all with all.
func (v *verdicts) together(t *testing.T, g generator, c combinations) {
	t.Helper()
	for _, change := range c.packages {
		if long(1, 0) == 0 {
			v.combine(t, g, change, pick(g, c.pairs...), pick(g, c.lists...))
			continue
		}
		for _, pair := range c.pairs {
			for _, list := range c.lists {
				v.combine(t, g, change, pair, list)
			}
		}
	}
}

// combine tries a document that has some changes.
func (v *verdicts) combine(t *testing.T, g generator, changes ...func(map[string]any)) {
	t.Helper()
	if few(g) {
		return
	}
	g.tame = true
	doc := g.document(nil, nil)
	for _, change := range changes {
		change(doc)
	}
	v.try(t, doc)
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
	for _, r := range p.Requires {
		ids = append(ids, r.ID)
	}
	for _, r := range p.Forbids {
		ids = append(ids, r.ID)
	}
	for _, r := range p.Pairs {
		ids = append(ids, r.ID)
	}
	for _, r := range p.AtMost {
		ids = append(ids, r.ID)
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
	return rows
}
