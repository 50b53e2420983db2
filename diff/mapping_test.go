package diff

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"saejob/internal/job"
	"saejob/internal/text"
	"saejob/internal/trial"
)

// places are where the generator of mappings puts values: each returns a path, with
// the keys of the items that lead to it.
type mappedDocument struct {
	generator
	mapping []Mapping
	// used are the paths in which each mapping is needed, as they are in to.
	used map[int][]string
}

// value returns a value of from and what stands for it in to, at a path.
func (g *mappedDocument) value(path string) (from, to string) {
	i := g.IntN(len(g.mapping) + 1)
	if i == len(g.mapping) {
		return "the same", "the same"
	}
	m, star := g.mapping[i], fmt.Sprintf("x%d", g.IntN(3))
	g.used[i] = append(g.used[i], path)
	return strings.Replace(m.From, "*", star, 1), strings.Replace(m.To, "*", star, 1)
}

// pair returns two documents that a mapping makes equal.
func (g *mappedDocument) pair() (from, to document) {
	from, to = document{"AppName": "a", "NamespaceId": "r:n"}, document{"AppName": "a", "NamespaceId": "r:n"}
	put := func(name string) { from[name], to[name] = g.value(name) }
	for _, name := range []string{"ImageUrl", "VpcId", "RefAppId", "Command", "Unknown"} {
		put(name)
	}
	structure := func(name string, key, member string) {
		var a, b []any
		for range g.IntN(4) {
			k, l := g.value("")
			index := slices.IndexFunc(b, func(item any) bool { return item.(map[string]any)[key] == l })
			if index >= 0 || slices.ContainsFunc(a, func(item any) bool { return item.(map[string]any)[key] == k }) {
				g.forget()
				continue
			}
			g.rename("", fmt.Sprintf("%s[%s].%s", name, l, key))
			v, w := g.value(fmt.Sprintf("%s[%s].%s", name, l, member))
			a, b = append(a, map[string]any{key: k, member: v}), append(b, map[string]any{key: l, member: w})
		}
		from[name], to[name] = a, b
	}
	structure("CustomHostAlias", "hostName", "ip")
	structure("NasConfigs", "mountPath", "mountDomain")
	var a, b []any
	for i := range g.IntN(3) {
		v, w := g.value(fmt.Sprintf("CommandArgs[%d]", i))
		a, b = append(a, v), append(b, w)
	}
	from["CommandArgs"], to["CommandArgs"] = a, b
	return from, to
}

// forget and rename settle the path that was noted last.
func (g *mappedDocument) forget() {
	for i, paths := range g.used {
		g.used[i] = slices.DeleteFunc(paths, func(p string) bool { return p == "" })
	}
}

func (g *mappedDocument) rename(old, path string) {
	for _, paths := range g.used {
		for i, p := range paths {
			if p == old {
				paths[i] = path
			}
		}
	}
}

// TestMapped: two templates that a mapping was used to make are equal, and each
// entry that was used is used; without one of its entries, exactly the places
// where it was needed differ.
func TestMapped(t *testing.T) {
	mapping := []Mapping{{From: "vpc-1", To: "vpc-2"}, {From: "reg-1/*", To: "reg-2/*"}, {From: "*.one", To: "*.two"}, {From: "a", To: "b"}}
	for seed := range uint64(trial.Cases(5_000, 500)) {
		g := &mappedDocument{newGenerator(seed), mapping, map[int][]string{}}
		from, to := g.pair()
		o := options()
		o.Environments, o.Mappings = true, mapping
		r := Compare(snapshot(t, "a", from), snapshot(t, "b", to), o)
		if r.Summary.Unchanged != 1 {
			t.Fatalf("seed %d: %v\n%v\n%+v", seed, from, to, r.Templates[0].Changes)
		}
		for i, m := range r.Mappings {
			if m.Used != len(g.used[i]) {
				t.Fatalf("seed %d: %v is used %d times, for %v\n%v\n%v", seed, m.Mapping, m.Used, g.used[i], from, to)
			}
			if (m.Used == 0) != slices.ContainsFunc(r.Problems, func(p Problem) bool { return strings.Contains(p.Message, text.Quote(m.From)) }) {
				t.Fatalf("seed %d: problems %v", seed, r.Problems)
			}
		}
		dropped := g.IntN(len(mapping))
		o.Mappings = slices.Delete(slices.Clone(mapping), dropped, dropped+1)
		if got, want := changedPaths(Compare(snapshot(t, "a", from), snapshot(t, "b", to), o)), topsOf(g.used[dropped]); !slices.Equal(got, want) {
			t.Fatalf("seed %d: without %v, %v differ; %v should\n%v\n%v", seed, mapping[dropped], got, want, from, to)
		}
	}
}

// changedPaths returns the fields with changes; of an item whose key differs, it
// does not matter how that is told.
func changedPaths(r Result) []string {
	var all []string
	for _, c := range r.Templates[0].Changes {
		all = append(all, c.Path.String())
	}
	return topsOf(all)
}

func topsOf(paths []string) []string {
	tops := map[string]bool{}
	for _, p := range paths {
		tops[strings.FieldsFunc(p, func(r rune) bool { return r == '[' || r == '.' })[0]] = true
	}
	return slices.Sorted(maps.Keys(tops))
}

func TestMappingProblems(t *testing.T) {
	from, to := document{"AppName": "a", "VpcId": "x", "ImageUrl": "x"}, document{"AppName": "a", "VpcId": "y", "ImageUrl": "z"}
	for _, c := range []struct {
		name     string
		mappings []Mapping
		want     string
	}{
		{"each at its path", []Mapping{{From: "x", To: "y", Path: pathOf(t, "VpcId")}, {From: "x", To: "z", Path: pathOf(t, "ImageUrl")}}, ""},
		{"unused", []Mapping{{From: "x", To: "y", Path: pathOf(t, "VpcId")}, {From: "q", To: "r"}}, "ImageUrl mapping-unused"},
		{"ambiguous", []Mapping{{From: "x", To: "y"}, {From: "x", To: "z"}}, "mapping-ambiguous"},
		{"what a mapping is about is shown, by nature or not", []Mapping{{From: "x", To: "w", Path: pathOf(t, "VpcId")}}, "ImageUrl VpcId mapping-unused"},
	} {
		o := Options{Key: options().Key, Environments: true, Mappings: c.mappings}
		r := Compare(snapshot(t, "a", from), snapshot(t, "b", to), o)
		var got []string
		for _, change := range r.Templates[0].Changes {
			got = append(got, change.Path.String())
		}
		for _, p := range r.Problems {
			got = append(got, p.ID)
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
		if r.Reaches("warning") != (c.want != "") {
			t.Errorf("%s: reaches warning: %v", c.name, r.Reaches("warning"))
		}
	}
}

// TestMappingsHideSecrets: a mapping may hold one, too.
func TestMappingsHideSecrets(t *testing.T) {
	o := Options{Key: options().Key, Environments: true, Mappings: []Mapping{{From: "mysql://u:kanari@db", To: "mysql://u:kanari@bd"}}}
	r := Compare(snapshot(t, "a", document{"AppName": "a"}), snapshot(t, "b", document{"AppName": "a"}), o)
	if text := fmt.Sprint(r.Mappings, r.Problems); strings.Contains(text, "kanari") || len(r.Problems) != 1 {
		t.Error(text)
	}
}

func pathOf(t *testing.T, text string) job.Path {
	p, err := job.ParsePath(text)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
