package pairing

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/trial"
)

// checkTrios: each of so many things of a side is in one trio, and no trio is
// empty.
func checkTrios(all []Trio, sizes [3]int) error {
	var seen [3]int
	found := map[[2]int]bool{}
	for _, t := range all {
		if t == (Trio{None, None, None}) {
			return fmt.Errorf("%v has none", t)
		}
		for side, i := range t {
			if i == None {
				continue
			}
			if at := [2]int{side, i}; i >= sizes[side] || found[at] {
				return fmt.Errorf("%v has none that is there, or one twice", t)
			}
			found[[2]int{side, i}] = true
			seen[side]++
		}
	}
	if seen != sizes {
		return fmt.Errorf("%v are paired of %v", seen, sizes)
	}
	return nil
}

// mirrored returns trios with from and to in each other's place, in some order
// that does not depend on theirs.
func mirrored(all []Trio, swap bool) []string {
	var out []string
	for _, t := range all {
		if swap {
			t[From], t[To] = t[To], t[From]
		}
		out = append(out, fmt.Sprint(t))
	}
	slices.Sort(out)
	return out
}

func randomSide(r *rand.Rand) Side {
	word := func(words ...string) string { return words[r.IntN(len(words))] }
	s := Side{Single: r.IntN(4) == 0}
	for range r.IntN(5) {
		s.Templates = append(s.Templates, Template{
			ID:   job.Identity{AppID: word("", "1", "2", "3"), Name: word("", "a", "b"), NamespaceID: word("", "r", "r:n", "q:n")},
			Path: word("x", "y", "z"),
		})
	}
	return s
}

// TestTemplates: each template is in one trio, and without a base it does not matter
// which side is from.
func TestTemplates(t *testing.T) {
	for seed := range uint64(trial.Cases(200_000, 20_000)) {
		r := rand.New(rand.NewPCG(seed, 1))
		sides := [3]Side{randomSide(r), randomSide(r), randomSide(r)}
		there := Templates(sides)
		if err := checkTrios(there, [3]int{len(sides[0].Templates), len(sides[1].Templates), len(sides[2].Templates)}); err != nil {
			t.Fatalf("seed %d: %+v: %v", seed, sides, err)
		}
		if len(sides[Base].Templates) > 0 {
			continue // where two could be the twin of one in the base, that of from is
		}
		back := Templates([3]Side{sides[Base], sides[To], sides[From]})
		if want, got := mirrored(there, true), mirrored(back, false); !slices.Equal(want, got) {
			t.Fatalf("seed %d: %+v: %v, back %v", seed, sides, want, got)
		}
	}
}

func randomList(r *rand.Rand) *job.Node {
	list := &job.Node{Kind: job.List}
	for range r.IntN(5) {
		item := &job.Node{Kind: job.String, Text: []string{"a", "b", "c", "<redacted>", "x<redacted>"}[r.IntN(5)]}
		if r.IntN(2) == 0 {
			item = &job.Node{Kind: job.Object, Entries: []*job.Entry{
				{Key: "name", Value: &job.Node{Kind: job.String, Text: []string{"a", "b", "c"}[r.IntN(3)]}}, {Key: "value", Value: item},
			}}
		}
		list.Entries = append(list.Entries, &job.Entry{Value: item})
	}
	return list
}

// TestItems: each item is in one trio, whatever the list is, and which side is
// from does not matter.
func TestItems(t *testing.T) {
	for _, f := range []*plan.Field{nil, {}, {Key: "name"}, {Set: true}, {Set: true, Key: "name"}} {
		for seed := range uint64(trial.Cases(50_000, 5_000)) {
			r := rand.New(rand.NewPCG(seed, 2))
			v := Lists{randomList(r), randomList(r), randomList(r)}
			if r.IntN(3) == 0 {
				v[From] = v[Base]
			}
			there := Items(v, f)
			if err := checkTrios(there, [3]int{len(v[0].Entries), len(v[1].Entries), len(v[2].Entries)}); err != nil {
				t.Fatalf("%+v, seed %d: %v", f, seed, err)
			}
			back := Items(Lists{v[Base], v[To], v[From]}, f)
			if want, got := mirrored(there, true), mirrored(back, false); !slices.Equal(want, got) {
				t.Fatalf("%+v, seed %d: %v, back %v", f, seed, want, got)
			}
		}
	}
}

func TestTranslate(t *testing.T) {
	for _, c := range []struct{ text, from, to, want string }{
		{"a", "a", "b", "b"},
		{"aa", "a", "b", ""},
		{"vpc-test-1", "vpc-test-*", "vpc-prod-*", "vpc-prod-1"},
		{"vpc-test-", "vpc-test-*", "vpc-prod-*", "vpc-prod-"},
		{"aba", "ab*ba", "x*y", ""},
		{"x.test.example", "*.test.example", "*.example", "x.example"},
	} {
		if got, about := translate(c.text, c.from, c.to); about != (c.want != "") || about && got != c.want {
			t.Errorf("%q, %q → %q: %q, %v", c.text, c.from, c.to, got, about)
		}
	}
}

// TestTwoOfAName: what two templates of a side are called says nothing of which is meant;
// they are paired by what only one is called.
func TestTwoOfAName(t *testing.T) {
	side := func(ids ...job.Identity) Side {
		var s Side
		for _, id := range ids {
			s.Templates = append(s.Templates, Template{ID: id})
		}
		return s
	}
	twice := side(job.Identity{AppID: "1", Name: "a"}, job.Identity{AppID: "1", Name: "b"})
	for _, c := range []struct {
		to   Side
		want int
	}{
		{side(job.Identity{AppID: "1", Name: "c"}), None},
		{side(job.Identity{AppID: "1", Name: "a"}), 0},
		{side(job.Identity{AppID: "1", Name: "b"}), 1},
		{side(job.Identity{AppID: "2", Name: "b"}), 1},
	} {
		for _, swap := range []bool{false, true} {
			sides, from, to := [3]Side{From: twice, To: c.to}, From, To
			if swap {
				sides, from, to = [3]Side{From: c.to, To: twice}, To, From
			}
			for _, trio := range Templates(sides) {
				if trio[to] != None && trio[from] != c.want {
					t.Errorf("%+v: paired with %d, want %d", c.to, trio[from], c.want)
				}
			}
		}
	}
}

// TestUnknownItems: as many items of a set as have secrets that cannot be compared are
// paired, each with one.
func TestUnknownItems(t *testing.T) {
	set := func(texts ...string) *job.Node {
		n := &job.Node{Kind: job.List}
		for _, text := range texts {
			n.Entries = append(n.Entries, &job.Entry{Value: &job.Node{Kind: job.String, Text: text}})
		}
		return n
	}
	for _, c := range []struct {
		from, to *job.Node
		want     []job.ItemPair
	}{
		{
			set("https://a/?token=<redacted>", "https://b/?token=<redacted>", "https://c/?token=<redacted>", "https://d/"),
			set("https://d/", "https://c/?token=<redacted 12ab:0123456789abcdef>", "https://b/?token=<redacted 12ab:1123456789abcdef>", "https://e/?token=<redacted>"),
			[]job.ItemPair{{From: 0, To: -1}, {From: 1, To: 2}, {From: 2, To: 1}, {From: 3, To: 0}, {From: -1, To: 3}},
		},
		{
			// What may be the same goes before what is another.
			set("x <redacted 12ab:0123456789abcdef>"),
			set("x <redacted 12ab:1123456789abcdef>", "x <redacted 12ab:2123456789abcdef>", "x <redacted>"),
			[]job.ItemPair{{From: 0, To: 2}, {From: -1, To: 0}, {From: -1, To: 1}},
		},
	} {
		got := pairSet(c.from, c.to, &plan.Field{Set: true, Type: plan.Type{List: &plan.List{}}})
		if !slices.Equal(got, c.want) {
			t.Errorf("got %v, want %v", got, c.want)
		}
	}
}
