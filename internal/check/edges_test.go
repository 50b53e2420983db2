package check_test

import (
	"encoding/json"
	"math/big"
	"slices"
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
		v.place = placeOf(s.steps)
		if seen[v.place] || few(g) {
			continue
		}
		seen[v.place] = true
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
	v.place = ""
}

// placeOf writes steps as alter does.
func placeOf(steps []string) string {
	var b strings.Builder
	for _, step := range steps {
		if b.Len() > 0 && step != "[]" && step[0] != '=' {
			b.WriteByte('.')
		}
		b.WriteString(step)
	}
	return b.String()
}

// edges returns the values at the edge of what a type accepts.
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
		values = append(values, "some text")
		for _, text := range t.String.OneOf {
			values = append(values, text, text+"x")
		}
		if t.String.Pattern+t.String.NotPattern != "" || t.String.Formats != nil {
			values = append(values, patternEdges()...)
		}
	}
	if t.Object != nil && t.Object.Map != nil {
		g := newGenerator(7, nil)
		g.tame = true
		for _, name := range patternEdges() {
			values = append(values, map[string]any{name.(string): g.fitting(&t.Object.Map.Type, nil, nil)})
		}
	}
	return values
}

// patternEdges returns texts at the edge of what patterns accept.
func patternEdges() []any {
	return []any{"", "a", "A", "1", "-", "_", ".", "a-b", "ab-", "ab-c", "Ab-c", "abc-d", "a.b", "a:b", "a/b", "a b", " a", "a\n", "a\nb", "é", "é-b", "示例", "\u200b",
		"vpc-", "vpc-1", "vpc-1,vpc-2", "vsw-1", "vsw-1,vsw-2", "vsw-1, vsw-2", "vsw-1,sg-1", "sg-1", "cri-1", "http://a",
		"10.0.0.1", "10.0.0.256", "10.0.0.1:80", "010.0.0.1", "1.2.3", "::", "fe80::1%eth0", "2001:db8::1", "[::1]",
		"10.0.0.0/8", "10.0.0.1/32", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/08", "::/0", "::/129"}
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
// against the verdicts until now.
func (v *verdicts) tellEveryChange(t *testing.T) {
	t.Helper()
	trees := v.trees
	v.trees, v.keep = nil, false
	if testing.Short() {
		return // of 20 documents there is one
	}
	altered := copyPlan(t, v.plan)
	tells := func(doc judged) bool {
		ok, _ := accepts(altered, doc.root)
		return ok != doc.accepted
	}
	changes := 0
	alter(altered, func(what string) {
		changes++
		// Those that are about this place tell most likely.
		near := func(doc judged) bool { return doc.place != "" && strings.HasPrefix(what, doc.place) }
		if !slices.ContainsFunc(trees, func(doc judged) bool { return near(doc) && tells(doc) }) &&
			!slices.ContainsFunc(trees, func(doc judged) bool { return !near(doc) && tells(doc) }) {
			t.Errorf("no document of %d tells that the plan was changed: %s", len(trees), what)
		}
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
