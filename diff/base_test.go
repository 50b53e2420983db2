package diff

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"saejob/diff/meaning"
	"saejob/diff/pairing"
	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/internal/trial"
)

func withBase(base job.Snapshot) Options {
	o := options()
	o.Base = &base
	return o
}

// three returns a document and two that come from it; now and then these are the
// same, or one is the base itself.
func (g generator) three() (base, from, to document) {
	base = g.document()
	from, to = g.near(base), g.near(base)
	switch g.IntN(8) {
	case 0:
		from = base
	case 1:
		to = base
	case 2:
		to = from
	case 3:
		to = g.near(from)
	}
	return base, from, to
}

// TestBaseMirror: what is drift seen from one side is pending seen from the
// other.
func TestBaseMirror(t *testing.T) {
	verdicts := Verdicts{}
	for seed := range uint64(trial.Cases(20_000, 500)) {
		base, from, to := newGenerator(seed).three()
		b, f, o := snapshot(t, "base", base), snapshot(t, "a", from), snapshot(t, "b", to)
		there, back := Compare(f, o, withBase(b)), Compare(o, f, withBase(b))
		verdicts = there.Summary.Verdicts
		mirror := verdicts
		mirror.Drift, mirror.Pending = verdicts.Pending, verdicts.Drift
		if back.Summary.Verdicts != mirror {
			t.Fatalf("seed %d: %+v, back %+v", seed, verdicts, back.Summary.Verdicts)
		}
		var want, got []string
		for _, c := range there.Templates[0].Changes {
			swap := map[Verdict]Verdict{Drift: Pending, Pending: Drift, Conflict: Conflict, Converged: Converged}
			want = append(want, fmt.Sprint(swap[c.Verdict], spellChange(mirrored(c)), shown(c.Base)))
		}
		for _, c := range back.Templates[0].Changes {
			got = append(got, fmt.Sprint(c.Verdict, spellChange(c), shown(c.Base)))
		}
		if !slices.Equal(sorted(want), sorted(got)) {
			t.Fatalf("seed %d:\n%v\n%v\n%v\nwant %q\n got %q", seed, base, from, to, want, got)
		}
	}
}

// TestBasePatch: what from did to the base, as the verdicts have it, makes from
// of it; what to did makes to.
func TestBasePatch(t *testing.T) {
	seen := map[Verdict]int{}
	for seed := range uint64(trial.Cases(20_000, 500)) {
		base, from, to := newGenerator(seed).three()
		docs := [3]job.Snapshot{snapshot(t, "base", base), snapshot(t, "a", from), snapshot(t, "b", to)}
		o := withBase(docs[pairing.Base])
		changes := Compare(docs[pairing.From], docs[pairing.To], o).Templates[0].Changes
		for _, c := range changes {
			seen[c.Verdict]++
		}
		for side, others := range map[int]Verdict{pairing.From: Drift, pairing.To: Pending} {
			was, want := opened(t, docs[pairing.Base], o), opened(t, docs[side], o)
			applied := &job.Template{Root: apply(t, top(), was.Root, editsOf(changes, side, others))}
			job.Normalize(applied)
			sortKeyed(applied)
			sortKeyed(want)
			if job.Compare(applied, want) == job.Different {
				t.Fatalf("seed %d, side %d:\n%v\n%v\n%v\nwant %s\n got %s", seed, side, base, from, to, shown(want.Root), shown(applied.Root))
			}
		}
	}
	for _, v := range []Verdict{Drift, Pending, Conflict, Converged} {
		if seen[v] == 0 && !testing.Short() {
			t.Errorf("nothing was %s", v)
		}
	}
}

func opened(t *testing.T, s job.Snapshot, o Options) *job.Template {
	t.Helper()
	root, _, reason := (&entry{ref: &s.Refs[0]}).open(&o)
	if reason != "" {
		t.Fatal(reason)
	}
	return &job.Template{Root: root}
}

// editsOf returns what one side did to the base: all but what only the others did.
func editsOf(changes []Change, side int, others Verdict) []todo {
	var all []todo
	for _, c := range changes {
		after := values{c.Base, c.From, c.To}[side]
		if c.Verdict == others || c.ID == meaning.OrderChanged.Name || c.Base == nil && after == nil {
			continue
		}
		all = append(all, todo{c.at[pairing.Base], c.at[side], Change{Kind: statusOf(c.Base, after), To: after}})
	}
	return all
}

// TestBaseIsASide: against a base that is from itself all is drift, against one
// that is to all is pending; the changes are those that lead there from the base.
func TestBaseIsASide(t *testing.T) {
	for seed := range uint64(trial.Cases(20_000, 500)) {
		g := newGenerator(seed)
		a := g.document()
		b := g.near(a)
		from, to := snapshot(t, "a", a), snapshot(t, "b", b)
		o := options()
		wants := map[Verdict][]string{Drift: sorted(spellChanges(Compare(from, to, o)))}
		for _, c := range Compare(to, from, o).Templates[0].Changes {
			wants[Pending] = append(wants[Pending], spellChange(swapped(c)))
		}
		for verdict, base := range map[Verdict]job.Snapshot{Drift: from, Pending: to} {
			o.Base = &base
			r := Compare(from, to, o)
			want := sorted(wants[verdict])
			if got := sorted(spellChanges(r)); !slices.Equal(got, want) {
				t.Fatalf("seed %d, %s:\n%v\n%v\nwant %q\n got %q", seed, verdict, a, b, want, got)
			}
			for _, c := range r.Templates[0].Changes {
				if c.Verdict != verdict {
					t.Fatalf("seed %d: %s is %s, not %s", seed, c.Path, c.Verdict, verdict)
				}
			}
		}
	}
}

// TestVerdicts is the truth table of one value; "" is none, and "?" a secret that
// nobody can see.
func TestVerdicts(t *testing.T) {
	for _, c := range []struct{ base, from, to, want string }{
		{"a", "a", "a", ""},
		{"a", "a", "b", "drift changed"},
		{"a", "b", "a", "pending changed"},
		{"a", "b", "c", "conflict changed"},
		{"a", "b", "b", "converged changed"},
		{"", "", "b", "drift added"},
		{"", "b", "", "pending added"},
		{"", "b", "c", "conflict changed"},
		{"", "b", "b", "converged added"},
		{"a", "a", "", "drift removed"},
		{"a", "", "a", "pending removed"},
		{"a", "", "c", "conflict added"},
		{"a", "b", "", "conflict removed"},
		{"a", "", "", "converged removed"},
		{"?", "a", "a", ""},
		{"?", "a", "b", "conflict changed"},
		{"a", "?", "b", "drift changed"},
		{"a", "b", "?", "pending changed"},
		{"a", "?", "?", ""},
	} {
		document := func(value string) document {
			d := document{"AppName": "a", "Cpu": 500}
			switch value {
			case "":
			case "?":
				d["OssAkSecret"] = job.Redacted
			default:
				d["OssAkSecret"] = "s3cret-" + value
			}
			return d
		}
		base := snapshot(t, "base", document(c.base))
		r := Compare(snapshot(t, "a", document(c.from)), snapshot(t, "b", document(c.to)), withBase(base))
		var got []string
		for _, change := range r.Templates[0].Changes {
			got = append(got, fmt.Sprint(change.Verdict, " ", change.Kind))
			if toDo := change.Verdict != Converged; toDo != (change.Severity > severity.Info) {
				t.Errorf("base %q, from %q, to %q: %s is %s", c.base, c.from, c.to, change.Verdict, change.Severity)
			}
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("base %q, from %q, to %q: got %q, want %q", c.base, c.from, c.to, got, c.want)
		}
		if want := c.want != "" && !strings.HasPrefix(c.want, "converged"); r.Reaches("info") != want {
			t.Errorf("base %q, from %q, to %q: --fail-on info is %v", c.base, c.from, c.to, !want)
		}
	}
}

// TestTemplateVerdicts is the truth table of a template. Templates are spelled as
// in TestPairing; from and to are sides of their own.
func TestTemplateVerdicts(t *testing.T) {
	for _, c := range []struct {
		name           string
		base, from, to string
		want           string
	}{
		{"all the same", "b/x|1|r:n|a", "f/x|1|r:n|a", "t/x|1|r:n|a", "unchanged"},
		{"made live", "", "", "t/x|1|r:n|a", "added drift"},
		{"gone live", "b/x|1|r:n|a", "f/x|1|r:n|a", "", "removed drift"},
		{"gone live, changed here", "b/x|1|r:n|a", "f/x|1|r:n|b", "", "removed conflict"},
		{"made here", "", "f/x|1|r:n|a", "", "added pending"},
		{"gone here", "b/x|1|r:n|a", "", "t/x|1|r:n|a", "removed pending"},
		{"gone here, changed live", "b/x|1|r:n|a", "", "t/x|1|r:n|b", "added conflict"},
		{"made on both sides", "", "f/x|1|r:n|a", "t/x|1|r:n|a", "added converged"},
		{"made on both sides, not alike", "", "f/x|1|r:n|a", "t/x|1|r:n|b", "changed: conflict AppName"},
		{"gone on both sides", "b/x|1|r:n|a", "", "", "removed converged"},
		{"renamed", "b/x|1|r:n|a", "f/x|1|r:n|a", "t/x|1|r:n|b", "changed: drift AppName"},
		{"made again", "b/x|1|r:n|a", "f/y|1|r:n|a", "t/z|2|r:n|a", "changed: drift AppId"},
		{"renamed here, made again there", "b/x|1|r:n|a", "f/y|1|r:n|b", "t/z|2|r:n|a", "changed: pending AppName, drift AppId"},
		{"moved", "b/x|||a", "f/y|||a", "t/z|||a", "unchanged"},
		{"broken in the base", "b/x!no", "f/x|1|r:n|a", "t/x|1|r:n|a", "unread"},
		{"maybe in the base", "b/y!no", "f/x|1|r:n|a", "t/x|1|r:n|a", "unread; unread"},
		{"broken here", "b/x|1|r:n|a", "f/x!no", "t/x|1|r:n|a", "unread"},
	} {
		side := func(name, text string) job.Snapshot {
			s := job.Snapshot{Name: name, Dir: name}
			if text != "" {
				s.Refs = many(t, "a", text).Refs
			}
			return s
		}
		base := side("b", c.base)
		var got []string
		r := Compare(side("f", c.from), side("t", c.to), withBase(base))
		for _, template := range r.Templates {
			var changes []string
			for _, change := range template.Changes {
				changes = append(changes, fmt.Sprint(change.Verdict, " ", change.Path))
			}
			text := strings.TrimSpace(fmt.Sprint(template.Status, " ", template.Verdict))
			got = append(got, strings.TrimSuffix(text+": "+strings.Join(changes, ", "), ": "))
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if want := strings.Contains(c.want, "unchanged") || strings.Contains(c.want, "converged") || strings.Contains(c.want, "unread"); r.Reaches("info") == want {
			t.Errorf("%s: --fail-on info is %v", c.name, want)
		}
	}
}

// TestBaseLists: who added, removed and moved the items of lists.
func TestBaseLists(t *testing.T) {
	env := func(names ...string) any {
		var list []any
		for _, n := range names {
			list = append(list, map[string]any{"name": n[:1], "value": n})
		}
		return list
	}
	texts := func(names ...string) any {
		var list []any
		for _, n := range names {
			list = append(list, n)
		}
		return list
	}
	tags := func(names ...string) any {
		var list []any
		for _, n := range names {
			list = append(list, map[string]any{"Key": n[:1], "Value": n})
		}
		return list
	}
	for _, c := range []struct {
		field          string
		base, from, to any
		want           string
	}{
		{"CommandArgs", texts("a", "b"), texts("x", "a", "b"), texts("a", "b", "y"), "pending added CommandArgs[0], drift added CommandArgs[2]"},
		{"CommandArgs", texts("a", "b"), texts("a", "b", "x"), texts("a", "b", "x"), "converged added CommandArgs[2]"},
		{"CommandArgs", texts("a", "b"), texts("a", "b", "x"), texts("a", "b", "y"), "conflict changed CommandArgs[2]"},
		{"CommandArgs", texts("a", "b"), texts("b"), texts("a", "c"), "pending removed CommandArgs[0], drift changed CommandArgs[1]"},
		{"CommandArgs", texts("a", "b"), texts("a"), texts("b"), "drift removed CommandArgs[0], pending removed CommandArgs[1]"},
		{"CommandArgs", texts("a"), texts("a", "b"), nil, "conflict removed CommandArgs"},
		{"Envs", env("a", "b"), env("b", "a"), env("a", "b"), "pending changed Envs"},
		{"Envs", env("a", "b"), env("b", "a"), env("b", "a"), "converged changed Envs"},
		{"Envs", env("a", "b", "c"), env("b", "a", "c"), env("a", "c", "b"), "conflict changed Envs"},
		{"Envs", env("a"), env("a", "b1"), env("b2", "a"), "conflict changed Envs, conflict changed Envs[b]"},
		{"Envs", env("a"), env("a1"), env("a1", "b"), "converged changed Envs[a].value, drift added Envs[b]"},
		{"Envs", env("a"), env("a1"), nil, "conflict removed Envs"},
		{"Envs", env("a", "b"), env("b"), env("a1", "b"), "conflict added Envs[a]"},
		{"Tags", tags("a", "b"), tags("b", "a"), tags("a", "b"), ""},
		{"Tags", tags("a", "b"), tags("b", "a"), tags("a1", "b"), "drift changed Tags[a].Value"},
		{"RefedAppIds", texts("a", "b"), texts("b", "c"), texts("c", "a"), "pending removed RefedAppIds[0], drift removed RefedAppIds[1], converged added RefedAppIds[1]"},
	} {
		document := func(value any) document { return document{"AppName": "a", "Cpu": 500, c.field: value} }
		base := snapshot(t, "base", document(c.base))
		r := Compare(snapshot(t, "a", document(c.from)), snapshot(t, "b", document(c.to)), withBase(base))
		var got []string
		for _, change := range r.Templates[0].Changes {
			got = append(got, fmt.Sprint(change.Verdict, " ", change.Kind, " ", change.Path))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %v, %v, %v:\n got %s\nwant %s", c.field, c.base, c.from, c.to, strings.Join(got, ", "), c.want)
		}
	}
}
