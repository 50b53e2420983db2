// Package diff compares two snapshots and returns the changes between them.
//
// Call [Compare]. It pairs the templates of the snapshots (package pairing) and
// walks each pair by its structure, as the schema describes it: an item of a list
// that has a key is the same item wherever it is, a set has no order, a secret is
// compared without being shown (package secrets). A [Change] is a value that was
// added, removed or changed, with its path, both values and what that means
// (package meaning).
//
// With a third snapshot, the base that both come from, each change has a [Verdict]:
// which side made it.
package diff

import (
	"cmp"
	"slices"

	"saejob/diff/pairing"
	"saejob/internal/job"
)

//go:generate go run ../internal/catalog/generate.go diff

// Compare returns what changed from one snapshot to another. Each template is
// opened twice: once to pair it, unless a list says which it is, and once, with
// its twins, to compare it.
func Compare(from, to job.Snapshot, o Options) Result {
	r := Result{From: from.Name, To: to.Name, Complete: true}
	snapshots := [3]job.Snapshot{pairing.From: from, pairing.To: to}
	if o.Base != nil {
		r.Base, snapshots[pairing.Base] = o.Base.Name, *o.Base
	}
	var sides [3]side
	skipped := map[string]bool{}
	for i, s := range snapshots {
		sides[i] = index(s, func(place, what string) {
			skipped[inWorld(s, place)] = true
			if o.Saw != nil {
				o.Saw(place, what)
			}
		})
	}
	r.Skipped = len(skipped)
	r.BaseCount, r.FromCount, r.ToCount = len(sides[pairing.Base].entries), len(sides[pairing.From].entries), len(sides[pairing.To].entries)
	compared, outside := o.apart(sides)
	all := openListed(selected(pair(snapshots, compared), compared, o), o)
	all, outside = o.possible(all, outside)
	f := newFacts(sides)
	m := newMappings(o.Mappings)
	for _, t := range all {
		r.add(t, f, m, o)
	}
	r.Mappings = mapped(o.Mappings, m)
	r.Summary.Outside = len(outside)
	r.Problems = slices.Concat(outside, mappingProblems(r.Mappings, m, r.Summary.Changed+r.Summary.Unchanged > 0), expired(o.Suppressions, o.Now))
	slices.SortStableFunc(r.Templates, func(a, b Template) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Namespace, b.Namespace), cmp.Compare(a.AppID, b.AppID),
			cmp.Compare(a.To, b.To), cmp.Compare(a.From, b.From), cmp.Compare(a.Base, b.Base))
	})
	return r
}

// add adds what became of a template.
func (r *Result) add(p *trio, f facts, m *pairing.Mappings, o Options) {
	t := p.template()
	if doubt := p.doubt(f.lost); doubt != "" && t.Status != Unread {
		t.Status, t.Reason = Unread, cmp.Or(t.To, t.From, t.Base)+": "+doubt
	}
	across := o.Environments || p.isAcross()
	w := &walker{
		hide: across && !o.ShowHidden,
		describer: describer{
			whose: cmp.Or(t.AppID, t.To, t.From, t.Base), across: across, dependents: f.dependents(p), names: f.names, now: o.Now,
		},
	}
	if len(o.Mappings) > 0 && o.Base == nil {
		w.mappings = m
	}
	if t.Status != Unread {
		o.compare(&t, p, w)
	}
	r.Templates = append(r.Templates, t)
	r.Complete = r.Complete && t.Status != Unread
	r.Summary.count(t)
	r.Summary.Left.add(w.left)
	r.Summary.Secrets.Add(w.secrets)
}

func newMappings(all []Mapping) *pairing.Mappings {
	var pairs []pairing.Mapping
	for _, m := range all {
		pairs = append(pairs, pairing.Mapping{From: m.From, To: m.To, Path: m.Path})
	}
	return pairing.NewMappings(pairs)
}
