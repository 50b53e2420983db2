package diff

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"saejob/internal/trial"
)

// TestMinimal: one edit of a template is one change, wherever it is made.
func TestMinimal(t *testing.T) {
	seen := map[string]int{}
	for seed := range uint64(trial.Cases(20_000, 2_000)) {
		g := newGenerator(seed)
		a := g.document()
		b, what := g.edit(a)
		r := Compare(snapshot(t, "a", a), snapshot(t, "b", b), options())
		changes := r.Templates[0].Changes
		if len(changes) > 1 {
			t.Fatalf("seed %d, %s:\n%v\n%v\n%q", seed, what, a, b, spellChanges(r))
		}
		if len(changes) == 1 {
			seen[what]++
		}
	}
	for _, what := range []string{"field", "item added", "item removed", "member", "swap"} {
		if seen[what] == 0 && !testing.Short() {
			t.Errorf("no %s was a change", what)
		}
	}
}

// edit makes one edit, and says what it is.
func (g generator) edit(d document) (document, string) {
	out := document{}
	for name, value := range d {
		out[name] = value
	}
	names := sortedNames(g.fields())
	name := names[g.IntN(len(names))]
	list, _ := out[name].([]any)
	if list == nil || g.IntN(8) == 0 {
		out[name] = g.whole(name)
		return out, "field"
	}
	edited, what := g.editList(name, slices.Clone(list))
	out[name] = edited
	return out, what
}

// whole returns another value for a field, of which only one thing can be said:
// that it is another. For structures and lists it is none.
func (g generator) whole(name string) any {
	switch value := g.fields()[name]().(type) {
	case []any, map[string]any:
		return nil
	default:
		return value
	}
}

// editList edits one item of a list. Items of one key are left alone: which of
// them is which, nobody can tell.
func (g generator) editList(name string, list []any) ([]any, string) {
	keys := map[string]int{}
	for _, item := range list {
		if key := keyText(item); key != "" {
			keys[key]++
		}
	}
	at := g.IntN(len(list) + 1)
	switch kind := g.IntN(4); {
	case kind == 0 || len(list) == 0:
		items, _ := g.fields()[name]().([]any)
		if len(items) == 0 || keys[keyText(items[0])] > 0 {
			return list, "nothing"
		}
		return slices.Insert(list, at, items[0]), "item added"
	case at == len(list) || keys[keyText(list[at])] > 1:
		return list, "nothing"
	case kind == 1:
		return slices.Delete(list, at, at+1), "item removed"
	case kind == 2 && at > 0 && name == "Envs" && keys[keyText(list[at-1])] == 1:
		list[at-1], list[at] = list[at], list[at-1]
		return list, "swap"
	}
	return g.editItem(list, at)
}

func (g generator) editItem(list []any, at int) ([]any, string) {
	item, ok := list[at].(map[string]any)
	if !ok {
		return list, "nothing"
	}
	out := map[string]any{}
	for name, value := range item {
		out[name] = value
	}
	for _, name := range []string{"value", "Value", "bucketName", "logstoreName"} {
		if out[name] != nil {
			out[name] = fmt.Sprint("x", g.IntN(3))
			list[at] = out
			return list, "member"
		}
	}
	return list, "nothing"
}

// keyText is what tells a structure from others: its key, or all of it.
func keyText(item any) string {
	if members, ok := item.(map[string]any); ok {
		for _, key := range []string{"name", "Key", "mountPath"} {
			if members[key] != nil {
				return key + fmt.Sprint(members[key])
			}
		}
		text, _ := json.Marshal(item)
		return string(text)
	}
	return ""
}
