package diff

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/trial"
	"saejob/schema"
)

// TestSpelling: how a template is spelled is no change: the order of members,
// tags and references, spaces in embedded JSON, structure or text, empty or not
// there.
func TestSpelling(t *testing.T) {
	texts := 0
	for seed := range uint64(trial.Cases(20_000, 2_000)) {
		g := newGenerator(seed)
		a := g.document()
		b := document{}
		for _, name := range slices.Sorted(maps.Keys(a)) {
			value, f := a[name], job.FieldOf(schema.Template.Fields, name)
			if list, ok := value.([]any); ok && f != nil && f.Set {
				list = slices.Clone(list)
				g.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
				value = list
			}
			b[name] = value
			if f != nil && f.JSON && g.IntN(2) == 0 {
				b[name] = g.spell(value)
				texts++
			}
		}
		for _, name := range []string{"PhpConfig", "Envs", "TomcatConfig", "VpcId"} {
			if _, set := b[name]; !set {
				b[name] = []any{nil, "", []any{}, map[string]any{}}[g.IntN(4)]
			}
		}
		text := g.spell(map[string]any(b))
		from, to := snapshot(t, "a", a), snapshot(t, "b", document{})
		template, problems := job.Parse([]byte(text))
		to.Refs[0].Open = func() (job.Document, error) {
			return job.Document{Template: template, Problems: problems}, nil
		}
		r := Compare(from, to, options())
		if len(problems) > 0 || r.Summary.Unchanged != 1 {
			t.Fatalf("seed %d:\n%v\n%s\n%v\n%q", seed, a, text, problems, spellChanges(r))
		}
	}
	if texts == 0 {
		t.Fatal("nothing was text")
	}
}

// spell returns a value as JSON, members in any order, spaces anywhere.
func (g generator) spell(value any) string {
	var parts []string
	space := func() string { return strings.Repeat(" ", g.IntN(3)) }
	open, end := "[", "]"
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			parts = append(parts, g.spell(item))
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			key, _ := json.Marshal(name)
			parts = append(parts, string(key)+space()+":"+space()+g.spell(v[name]))
		}
		g.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		open, end = "{", "}"
	default:
		text, _ := json.Marshal(v)
		return string(text)
	}
	return open + space() + strings.Join(parts, space()+","+space()) + space() + end
}
