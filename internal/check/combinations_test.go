package check_test

import (
	"fmt"
	"slices"
	"testing"

	"saejob/internal/job"
	"saejob/internal/plan"
)

// combinations are the changes of a document that rows are about: what they
// demand and forbid, pairs, and lists that they count in.
type combinations struct {
	packages, languages, pairs, lists []func(doc map[string]any)
}

// combinations returns every combination of the rows' subjects and fields, row by
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
	allows := p.Allows[0]
	for _, value := range append(slices.Clone(job.FieldOf(p.Fields, allows.Field).Type.String.OneOf), "Unknown") {
		for _, with := range append(slices.Clone(job.FieldOf(p.Fields, allows.With).Type.String.OneOf), "", "unknown") {
			c.languages = append(c.languages, func(doc map[string]any) {
				doc[allows.Field], doc[allows.With] = value, with
				if with == "" {
					delete(doc, allows.With)
				}
				g.settle(doc, []string{allows.With})
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
		c.lists = append(c.lists, func(doc map[string]any) { doc[p.Unique[0].Field] = g.tags(p.Unique[0].Key, n) })
	}
	return c
}

// rowFields returns the fields that rows demand or forbid, and the values of their
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

// logs returns a list with n items that a row counts, and some that it does not.
func (g generator) logs(n int) []any {
	list := []any{map[string]any{"logDir": "/a"}}
	for range n {
		list = append(list, map[string]any{"logDir": "", "logType": "stdout"})
	}
	return list
}

// tags returns a list with n items that have one key, and one that has another.
func (g generator) tags(key string, n int) []any {
	list := []any{map[string]any{key: "other"}}
	for range n {
		list = append(list, map[string]any{key: "k", "Value": fmt.Sprint(len(list))})
	}
	return append(list, map[string]any{key: 1})[:len(list)+n/3] // three have a broken one beside them
}

// alone tries the combinations of each row by itself.
func (v *verdicts) alone(t *testing.T, g generator, c combinations) {
	t.Helper()
	for _, change := range slices.Concat(c.packages, c.languages, c.pairs, c.lists) {
		v.combine(t, g, change)
	}
}

// together tries the combinations of all rows: each of the first with one of the
// others, in the long run all with all.
func (v *verdicts) together(t *testing.T, g generator, c combinations) {
	t.Helper()
	for range 9 {
		for _, change := range c.languages {
			v.combine(t, g, change, pick(g, c.pairs...), pick(g, c.lists...))
		}
	}
	for _, change := range c.packages {
		if long(1, 0) == 0 {
			v.combine(t, g, change, pick(g, c.languages...), pick(g, c.pairs...), pick(g, c.lists...))
			continue
		}
		for _, pair := range c.pairs {
			for _, list := range c.lists {
				v.combine(t, g, change, pick(g, c.languages...), pair, list)
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
	v.try(t, doc, v.rowsOf(doc)...)
}
