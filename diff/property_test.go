package diff

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"saejob/diff/meaning"
	"saejob/diff/pairing"
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/secret"
	"saejob/internal/trial"
)

func sorted(texts []string) []string {
	slices.Sort(texts)
	return texts
}

func options() Options {
	return Options{Key: secret.RandomKey(), ShowHidden: true, Now: time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)}
}

func TestCompareWithItself(t *testing.T) {
	for seed := range uint64(trial.Cases(20_000, 2_000)) {
		d := newGenerator(seed).document()
		r := Compare(snapshot(t, "a", d), snapshot(t, "b", d), options())
		if r.Summary.Unchanged != 1 || len(r.Templates[0].Changes) > 0 || r.Summary.Secrets.Changed > 0 {
			t.Fatalf("seed %d: %v\n%+v", seed, d, r)
		}
	}
}

func TestMirror(t *testing.T) {
	for seed := range uint64(trial.Cases(20_000, 2_000)) {
		g := newGenerator(seed)
		a := g.document()
		b := g.near(a)
		o := options()
		o.ShowHidden = g.IntN(2) == 0
		there := Compare(snapshot(t, "a", a), snapshot(t, "b", b), o)
		back := Compare(snapshot(t, "b", b), snapshot(t, "a", a), o)
		if there.Summary != back.Summary {
			t.Fatalf("seed %d: %+v, back %+v\n%v\n%v", seed, there.Summary, back.Summary, a, b)
		}
		var want, got []string
		for _, c := range there.Templates[0].Changes {
			want = append(want, spellChange(mirrored(c)))
		}
		for _, c := range back.Templates[0].Changes {
			got = append(got, spellChange(c))
		}
		if !slices.Equal(sorted(want), sorted(got)) {
			t.Fatalf("seed %d:\n%v\n%v\nwant %q\n got %q", seed, a, b, want, got)
		}
	}
}

// mirrored returns the change that leads back.
func mirrored(c Change) Change {
	c = swapped(c)
	switch c.Verdict {
	case Drift, Pending:
		return c // from the base to one side, whichever that is
	case Converged:
		c.Path = c.at[pairing.To]
		if c.Kind == Removed {
			c.Path = c.at[pairing.Base]
		}
		return c
	}
	c.Kind = map[Status]Status{Added: Removed, Removed: Added, Changed: Changed}[c.Kind]
	c.Path = c.at[pairing.To]
	if c.Kind == Removed {
		c.Path = c.at[pairing.From]
	}
	return c
}

// swapped is a change with from in the place of to.
func swapped(c Change) Change {
	c.From, c.To = c.To, c.From
	c.at[pairing.From], c.at[pairing.To] = c.at[pairing.To], c.at[pairing.From]
	return c
}

// spellChange spells what a change is, but for its name: back it may have another.
func spellChange(c Change) string {
	was := c.at[pairing.From]
	if c.Kind != Changed {
		was = nil
	}
	return fmt.Sprintf("%v %s %s %s %s %s", c.ID == meaning.OrderChanged.Name, c.Kind, c.Path, was, shown(c.From), shown(c.To))
}

// TestPatch applies the changes to from, which gives to. Secrets that cannot be
// compared stay as they are in from.
func TestPatch(t *testing.T) {
	changes := 0
	for seed := range uint64(trial.Cases(20_000, 2_000)) {
		g := newGenerator(seed)
		a := g.document()
		b := g.near(a)
		o := options()
		from, to := snapshot(t, "a", a), snapshot(t, "b", b)
		r := Compare(from, to, o)
		changes += len(r.Templates[0].Changes)
		x, y := opened(t, from, o), opened(t, to, o)
		applied := &job.Template{Root: apply(t, top(), x.Root, asEdits(r.Templates[0].Changes))}
		job.Normalize(applied)
		sortKeyed(applied)
		sortKeyed(y)
		if job.Compare(applied, y) == job.Different {
			t.Fatalf("seed %d:\n%v\n%v\nwant %s\n got %s\n%q", seed, a, b, shown(y.Root), shown(applied.Root), spellChanges(r))
		}
	}
	if changes == 0 {
		t.Fatal("nothing was changed")
	}
}

func spellChanges(r Result) []string {
	var all []string
	for _, c := range r.Templates[0].Changes {
		all = append(all, spellChange(c))
	}
	return all
}

// sortKeyed puts the items of lists with a key in the order of their keys: that
// order is a change of its own, which apply does not make.
func sortKeyed(t *job.Template) {
	t.Walk(func(_ *job.At, e *job.Entry, f *plan.Field) bool {
		if e.Value.Kind == job.List && f != nil && f.Key != "" {
			slices.SortStableFunc(e.Value.Entries, func(a, b *job.Entry) int { return strings.Compare(shown(keyOf(a, f)), shown(keyOf(b, f))) })
		}
		return true
	})
}

func keyOf(e *job.Entry, f *plan.Field) *job.Node {
	if m := e.Value.Member(f.Key); m != nil {
		return m.Value
	}
	return &job.Node{}
}
