package check_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"saejob/internal/plan"
)

// edges tries, at every place of the plan, each value at the edge of what is
// accepted, each kind of value, and the member left out.
func (v *verdicts) edges(t *testing.T, g generator) {
	t.Helper()
	g.tame = true
	seen := map[string]bool{}
	for _, s := range sites(v.plan) {
		id := fmt.Sprint(s.steps)
		if seen[id] || few(g) {
			continue
		}
		seen[id] = true
		for _, value := range edges(s.t) {
			v.try(t, g.document(s.steps, value))
		}
		doc := g.document(s.steps, "x")
		remove(doc, s.steps)
		v.try(t, doc)
		if s.t.Object != nil && s.t.Object.Tag == "" && s.t.Object.Map == nil {
			object := g.members(s.t.Object.Fields, nil, nil, 1)
			object["unknown"] = 1
			v.try(t, g.document(s.steps, object))
		}
	}
}

// edges gives the values at the edge of what a type accepts.
func edges(t *plan.Type) []any {
	values := []any{json.RawMessage("null"), true, 7, json.RawMessage("1.5"), "", "x", []any{}, map[string]any{}}
	near := func(n int64) {
		for d := int64(-1); d <= 1; d++ {
			values = append(values, json.RawMessage(new(big.Int).Add(big.NewInt(n), big.NewInt(d)).String()))
		}
	}
	if t.Int != nil {
		near(t.Int.Min)
		near(t.Int.Max)
		for _, n := range t.Int.OneOf {
			near(n)
		}
	}
	if t.String != nil {
		for _, text := range t.String.OneOf {
			values = append(values, text, text+"x")
		}
		if t.String.Pattern+t.String.NotPattern != "" {
			values = append(values, patternEdges()...)
		}
	}
	if t.Object != nil && t.Object.Map != nil {
		g := generator{Rand: rand.New(rand.NewPCG(7, 1)), tame: true}
		for _, name := range patternEdges() {
			values = append(values, map[string]any{name.(string): g.fitting(&t.Object.Map.Type, nil, nil)})
		}
	}
	return values
}

// patternEdges gives texts at the edge of what patterns accept.
func patternEdges() []any {
	return []any{"", "a", "A", "1", "-", "_", ".", "a-b", "ab-", "ab-c", "Ab-c", "abc-d", "a.b", "a:b", "a/b", "a b", " a", "a\n", "a\nb", "é", "é-b", "示例", "\u200b"}
}

// remove takes the member at the end of steps out of a document.
func remove(v any, steps []string) {
	switch {
	case len(steps) == 0:
	case steps[0] == "[]":
		if items, ok := v.([]any); ok && len(items) > 0 {
			remove(items[len(items)-1], steps[1:])
		}
	case steps[0][0] == '=':
		remove(v, steps[1:])
	case steps[0] == "{}":
		if object, ok := v.(map[string]any); ok {
			for _, member := range object {
				remove(member, steps[1:])
			}
		}
	default:
		object, ok := v.(map[string]any)
		if !ok {
			return
		}
		if len(steps) == 1 {
			delete(object, steps[0])
		}
		remove(object[steps[0]], steps[1:])
	}
}

// tellEveryChange holds a plan that is changed in one thing after the other
// against the verdicts until now. The documents stand in the plan's order, as the
// changes do: who told of one most likely is near who tells of the next.
func (v *verdicts) tellEveryChange(t *testing.T) {
	t.Helper()
	trees := v.trees
	v.trees, v.keep = nil, false
	if testing.Short() {
		return // of 20 documents there is one
	}
	altered := copyPlan(t, v.plan)
	changes, last := 0, 0
	alter(altered, func(what string) {
		changes++
		for i := range trees {
			at := (last + i) % len(trees)
			if ok, _ := accepts(altered, trees[at].root); ok != trees[at].accepted {
				last = at
				return
			}
		}
		t.Errorf("no document of %d tells that the plan was changed: %s", len(trees), what)
	})
	t.Logf("%d changes of the plan, each told by one of %d documents", changes, len(trees))
}

func copyPlan(t *testing.T, p *plan.Plan) *plan.Plan {
	t.Helper()
	text, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var altered plan.Plan
	if err := json.Unmarshal(text, &altered); err != nil {
		t.Fatal(err)
	}
	return &altered
}

// alter changes one thing of a plan after the other, and calls tell after each.
func alter(p *plan.Plan, tell func(what string)) {
	var fields func(path string, list []plan.Field)
	var walk func(path string, t *plan.Type)
	fields = func(path string, list []plan.Field) {
		for i := range list {
			f := &list[i]
			if strings.HasSuffix(path, "="+variant(&f.Type)+".") {
				continue // the tag of a variant: it is read from the variant's value
			}
			change(&f.Required, !f.Required, path+f.Name+" required", tell)
			walk(path+f.Name, &f.Type)
		}
	}
	walk = func(path string, t *plan.Type) {
		change(&t.Bool, !t.Bool, path+" bool", tell)
		if t.String != nil {
			alterString(path, t.String, tell)
		}
		if t.Int != nil {
			alterInt(path, t.Int, tell)
		}
		if t.List != nil {
			change(&t.List.MinItems, t.List.MinItems+1, path+" least items", tell)
			walk(path+"[]", &t.List.Item)
		}
		if t.Object != nil {
			fields(path+".", t.Object.Fields)
			for i := range t.Object.Variants {
				fields(path+"="+t.Object.Variants[i].Value+".", t.Object.Variants[i].Fields)
			}
			if t.Object.Map != nil {
				alterString(path+" name", &t.Object.Map.Names, tell)
				walk(path+".{}", &t.Object.Map.Type)
			}
		}
	}
	fields("", p.Fields)
	alterRows(p, tell)
}

// variant gives the text of a type that accepts only one.
func variant(t *plan.Type) string {
	if t.String != nil && len(t.String.OneOf) == 1 {
		return t.String.OneOf[0]
	}
	return "-"
}

func alterString(path string, s *plan.String, tell func(string)) {
	if s.Pattern != "" {
		change(&s.Pattern, "", path+" pattern", tell)
	} else if len(s.OneOf) == 0 {
		change(&s.MinRunes, 1-s.MinRunes, path+" least length", tell)
	}
	if s.NotPattern != "" {
		change(&s.NotPattern, "", path+" pattern that is refused", tell)
	}
	for i := range s.OneOf {
		change(&s.OneOf[i], s.OneOf[i]+"x", path+" text "+s.OneOf[i], tell)
	}
}

func alterInt(path string, n *plan.Int, tell func(string)) {
	if len(n.OneOf) == 0 {
		change(&n.Min, n.Min+1, path+" minimum", tell)
		change(&n.Max, n.Max-1, path+" maximum", tell)
	}
	for i := range n.OneOf {
		change(&n.OneOf[i], n.OneOf[i]+1, fmt.Sprintf("%s number %d", path, n.OneOf[i]), tell)
	}
}

func alterRows(p *plan.Plan, tell func(string)) {
	for i := range p.Requires {
		change(&p.Requires[i].Fields, nil, p.Requires[i].ID, tell)
	}
	for i := range p.Forbids {
		change(&p.Forbids[i].Fields, nil, p.Forbids[i].ID, tell)
	}
	for i := range p.Pairs {
		for j := range p.Pairs[i].Table {
			entry := &p.Pairs[i].Table[j]
			for k := range entry.Allowed {
				change(&entry.Allowed[k], entry.Allowed[k]+1, fmt.Sprintf("%s %s: %d", p.Pairs[i].ID, entry.Value, entry.Allowed[k]), tell)
			}
		}
	}
	for i := range p.AtMost {
		change(&p.AtMost[i].N, p.AtMost[i].N+1, p.AtMost[i].ID+" more", tell)
		change(&p.AtMost[i].N, p.AtMost[i].N-1, p.AtMost[i].ID+" less", tell)
	}
}

// change sets a part of the plan, tells, and sets it back.
func change[T any](part *T, to T, what string, tell func(string)) {
	was := *part
	*part = to
	tell(what)
	*part = was
}
