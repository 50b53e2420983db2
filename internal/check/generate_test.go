package check_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"saejob/internal/plan"
)

// site is a place of the plan at which a document can be right or wrong.
type site struct {
	// label is the kind of plan node.
	label string
	// steps lead to the place: member names; "[]" is an item, "{}" a member of
	// any name.
	steps []string
	t     *plan.Type
}

// sites lists every place of the plan in its order, once for each kind of node that it is.
func sites(p *plan.Plan) []site {
	var found []site
	var visit func(steps []string, t *plan.Type)
	members := func(steps []string, fields []plan.Field) {
		for i := range fields {
			visit(append(slices.Clone(steps), fields[i].Name), &fields[i].Type)
		}
	}
	visit = func(steps []string, t *plan.Type) {
		for _, label := range labels(t) {
			found = append(found, site{label, steps, t})
		}
		if t.List != nil {
			visit(append(slices.Clone(steps), "[]"), &t.List.Item)
		}
		if t.Object != nil {
			members(steps, t.Object.Fields)
			for _, v := range t.Object.Variants {
				members(append(slices.Clone(steps), "="+v.Value), v.Fields)
			}
			if t.Object.Map != nil {
				visit(append(slices.Clone(steps), "{}"), &t.Object.Map.Type)
			}
		}
	}
	members(nil, p.Fields)
	return found
}

// labels names the kinds of plan nodes that a type has.
func labels(t *plan.Type) []string {
	var out []string
	add := func(label string, is bool) {
		if is {
			out = append(out, label)
		}
	}
	kinds := 0
	for _, is := range []bool{t.String != nil, t.Int != nil, t.Bool, t.List != nil, t.Object != nil} {
		if is {
			kinds++
		}
	}
	add("any", t.Any)
	add("union of kinds", kinds > 1)
	add("text", t.String != nil && len(t.String.OneOf) == 0 && t.String.MinRunes == 0)
	add("text with a least length", t.String != nil && t.String.MinRunes > 0)
	add("text with a pattern", t.String != nil && t.String.Pattern != "")
	add("text with a format", t.String != nil && t.String.Formats != nil)
	add("text of a list", t.String != nil && len(t.String.OneOf) > 0)
	add("number in bounds", t.Int != nil && len(t.Int.OneOf) == 0)
	add("number of a list", t.Int != nil && len(t.Int.OneOf) > 0)
	add("truth value", t.Bool)
	add("list", t.List != nil)
	add("structure", t.Object != nil && t.Object.Tag == "" && t.Object.Map == nil)
	add("map", t.Object != nil && t.Object.Map != nil)
	add("variants", t.Object != nil && t.Object.Tag != "")
	return out
}

// generator makes documents; a tame one always gives them what rows ask for.
type generator struct {
	*rand.Rand
	plan *plan.Plan
	tame bool
	// texts are those that fit each kind of text.
	texts map[*plan.String][]string
}

func newGenerator(seed uint64, p *plan.Plan) generator {
	return generator{Rand: rand.New(rand.NewPCG(seed, 1)), plan: p, texts: map[*plan.String][]string{}}
}

func pick[T any](g generator, from ...T) T { return from[g.IntN(len(from))] }

// document returns an accepted document but for what rows say, with value at the
// end of steps.
func (g generator) document(steps []string, value any) map[string]any {
	doc := g.members(g.plan.Fields, steps, value, 6)
	for _, row := range g.plan.Pairs {
		if len(steps) == 0 || steps[0] != row.Field && steps[0] != row.With {
			entry := pick(g, row.Table...)
			doc[row.Field], doc[row.With] = json.RawMessage(entry.Value), pick(g, entry.Allowed...)
		}
	}
	if len(g.plan.Forbids) == 0 {
		return doc
	}
	if len(steps) == 0 || steps[0] != "PackageType" {
		if g.tame {
			doc["PackageType"] = "PhpZip" // no row is about it
		}
		g.settle(doc, steps)
	}
	return doc
}

// settle gives the document what its rows ask for, most of the time.
func (g generator) settle(doc map[string]any, steps []string) {
	if !g.tame && g.IntN(10) == 0 {
		return
	}
	for _, r := range g.plan.Requires {
		if text, ok := doc[r.Field].(string); ok && slices.Contains(r.In, text) {
			for _, name := range r.Fields {
				if doc[name] == nil {
					doc[name] = "x"
				}
			}
		}
	}
	for _, r := range g.plan.Forbids {
		if text, ok := doc[r.Field].(string); ok && slices.Contains(r.In, text) {
			for _, name := range r.Fields {
				if len(steps) == 0 || steps[0] != name {
					delete(doc, name)
				}
			}
		}
	}
	for _, r := range g.plan.Allows {
		text, _ := doc[r.Field].(string)
		with, ok := doc[r.With].(string)
		if ok && slices.Contains(r.In, text) && !slices.Contains(r.Values, with) && (len(steps) == 0 || steps[0] != r.With) {
			doc[r.With] = pick(g, r.Values...)
		}
	}
	for _, r := range g.plan.Unique {
		if len(steps) == 0 || steps[0] != r.Field {
			distinct(doc, r)
		}
	}
}

// distinct leaves one item of each key in a list.
func distinct(doc map[string]any, r plan.Unique) {
	list, _ := doc[r.Field].([]any)
	seen := map[any]bool{}
	kept := []any{}
	for _, item := range list {
		if key := item.(map[string]any)[r.Key]; !seen[key] {
			seen[key], kept = true, append(kept, item)
		}
	}
	if list != nil {
		doc[r.Field] = kept
	}
}

// members returns a structure: what is required, some of the rest (one of rarely),
// and what steps lead to.
func (g generator) members(fields []plan.Field, steps []string, value any, rarely int) map[string]any {
	object := map[string]any{}
	for i := range fields {
		f := &fields[i]
		switch {
		case len(steps) > 0 && steps[0] == f.Name:
			object[f.Name] = g.fitting(&f.Type, steps[1:], value)
		case f.Required || f.Deprecated == "" && g.IntN(rarely) == 0:
			object[f.Name] = g.fitting(&f.Type, nil, nil)
		}
	}
	return object
}

// fitting returns an accepted value, with value at the end of steps.
func (g generator) fitting(t *plan.Type, steps []string, value any) any {
	if len(steps) == 0 && value != nil {
		return value
	}
	switch {
	case len(steps) > 0 && steps[0] == "[]" && g.tame:
		return []any{g.fitting(&t.List.Item, steps[1:], value)}
	case len(steps) > 0 && steps[0] == "[]":
		return append(g.list(t.List), g.fitting(&t.List.Item, steps[1:], value))
	case len(steps) > 0:
		return g.object(t.Object, steps, value)
	case t.Object != nil:
		return g.object(t.Object, nil, nil)
	case t.List != nil:
		return g.list(t.List)
	case t.Bool:
		return g.IntN(2) == 0
	case t.Int != nil && len(t.Int.OneOf) > 0:
		return pick(g, t.Int.OneOf...)
	case t.Int != nil:
		return pick(g, t.Int.Min, t.Int.Max, max(t.Int.Min, min(t.Int.Max, 7)))
	case t.String != nil && len(t.String.OneOf) > 0:
		return pick(g, t.String.OneOf...)
	}
	return pick(g, g.fittingTexts(t.String)...)
}

// fittingTexts returns texts that are accepted: some of each length and kind.
func (g generator) fittingTexts(t *plan.String) []string {
	if texts := g.texts[t]; texts != nil {
		return texts
	}
	texts := []string{"x", "some text", "示例", "cn-beijing", "a1", "2027-01-31",
		"vpc-1", "vsw-1", "vsw-1, vsw-2", "sg-1", "cri-1", "10.0.0.1", "2001:db8::1", "10.0.0.0/8"}
	g.texts[t] = slices.DeleteFunc(texts, func(text string) bool {
		return t.Pattern != "" && !regexp.MustCompile(t.Pattern).MatchString(text) ||
			t.NotPattern != "" && regexp.MustCompile(t.NotPattern).MatchString(text) ||
			t.Formats != nil && !slices.ContainsFunc(t.Formats, func(f plan.Format) bool { return isOf(text, f) })
	})
	return g.texts[t]
}

// isOf reports whether a text, one of those above, has a format.
func isOf(text string, f plan.Format) bool {
	return map[string]plan.Format{"10.0.0.1": plan.Address, "2001:db8::1": plan.Address, "10.0.0.0/8": plan.Block}[text] == f
}

func (g generator) list(t *plan.List) []any {
	list := []any{}
	for range t.MinItems + g.IntN(2) {
		list = append(list, g.fitting(&t.Item, nil, nil))
	}
	return list
}

func (g generator) object(o *plan.Object, steps []string, value any) any {
	if o.Map != nil {
		return g.named(o.Map, steps, value)
	}
	if o.Tag == "" {
		return g.members(o.Fields, steps, value, 3)
	}
	v := pick(g, o.Variants...)
	if len(steps) > 0 {
		for _, other := range o.Variants {
			if "="+other.Value == steps[0] {
				v = other
			}
		}
		steps = steps[1:]
	}
	return g.members(v.Fields, steps, value, 3)
}

// named returns a map with a few members, one with value at the end of steps.
func (g generator) named(m *plan.Map, steps []string, value any) any {
	object := map[string]any{}
	for range g.IntN(2) {
		object[pick(g, g.fittingTexts(&m.Names)...)] = g.fitting(&m.Type, nil, nil)
	}
	if len(steps) > 0 {
		object[pick(g, g.fittingTexts(&m.Names)...)] = g.fitting(&m.Type, steps[1:], value)
	}
	return object
}

// near returns a value that a type just accepts or just does not.
func (g generator) near(t *plan.Type) any {
	choices := []func() any{
		func() any { return g.fitting(t, nil, nil) },
		func() any { return g.fitting(t, nil, nil) },
		g.other,
	}
	if t.String != nil {
		choices = append(choices, func() any { return g.nearText(t.String) })
	}
	if t.Int != nil {
		choices = append(choices, func() any { return g.nearInt(t.Int) })
	}
	if t.Bool {
		choices = append(choices, func() any { return pick[any](g, "true", "false", "yes", 1, true) })
	}
	if t.List != nil {
		choices = append(choices, func() any { return append(g.list(t.List), g.near(&t.List.Item)) })
	}
	if t.Object != nil {
		choices = append(choices, func() any { return g.nearObject(t) }, func() any { return g.nearObject(t) })
	}
	return pick(g, choices...)()
}

// other returns a value of any kind.
func (g generator) other() any {
	return pick[any](g, json.RawMessage("null"), true, 7, json.RawMessage("1.5"), "", "text", []any{}, map[string]any{},
		[]any{json.RawMessage("null")}, map[string]any{"x": "y"})
}

func (g generator) nearText(t *plan.String) any {
	texts := append([]string{"", " ", "x", "-", "a\n", strings.Repeat("é", 900)}, t.OneOf...)
	texts = append(texts, g.fittingTexts(t)...)
	text := pick(g, texts...)
	return pick(g, text, text, strings.ToLower(text), text+"x", " "+text)
}

func (g generator) nearInt(t *plan.Int) any {
	n := pick(g, append([]int64{t.Min, t.Max, 0, 1}, t.OneOf...)...)
	digits := pick(g, fmt.Sprint(n), fmt.Sprint(n), fmt.Sprint(n-1), fmt.Sprint(n+1), "-0", "1e3", fmt.Sprint(n)+".0",
		"123456789012345678901234567890", "-123456789012345678901234567890", "1e400", "-1")
	return json.RawMessage(digits)
}

// nearObject returns a structure that lacks a member, has one too many or one
// misnamed.
func (g generator) nearObject(t *plan.Type) any {
	object, ok := g.object(t.Object, nil, nil).(map[string]any)
	if !ok {
		return g.other()
	}
	var names []string
	for name := range object {
		names = append(names, name)
	}
	slices.Sort(names)
	switch n := g.IntN(4); {
	case n == 0 && len(names) > 0:
		delete(object, pick(g, names...))
	case n == 1 && len(names) > 0:
		name := pick(g, names...)
		object[name+"x"] = object[name]
		delete(object, name)
	case n == 2:
		object[pick(g, "unknown", "Key", "", "value ", "a:b", "cn-beijing")] = g.other()
	case n == 3 && t.Object.Map != nil:
		object[fmt.Sprint(g.nearText(&t.Object.Map.Names))] = g.fitting(&t.Object.Map.Type, nil, nil)
	}
	return object
}
