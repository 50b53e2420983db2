// Package diff goes from two snapshots to changes.
//
// [Compare] pairs the templates of two snapshots and walks each pair by its
// structure, as the schema describes it: items of a list that has a key are the
// same item wherever they stand, a set has no order, a secret is compared without
// being seen. What comes out says how to get from one side to the other: added,
// removed or changed, each with its path and both values.
//
// With a third snapshot, the base that both come from, it says who made each
// change, too.
package diff

import (
	"cmp"
	"slices"
	"time"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/suppression"
)

// Options say how to compare.
type Options struct {
	// Key is what secrets are compared by.
	Key secret.Key
	// Base is what both sides come from: from is what was committed since, to what
	// is live now. Nil: nobody says who made a change.
	Base *job.Snapshot
	// Environments: the sources are two environments. Else a template stands in
	// two if its NamespaceIds are set and differ.
	Environments bool
	// ShowHidden shows what differs between environments by nature, too.
	ShowHidden bool
	// Now is when the comparison is made: the next runs are those after it.
	Now time.Time
	// Only says which templates are compared; nil: all. A template is if it is
	// among them on one side, and what cannot be read is if it may be.
	Only func(job.Identity) bool
	// Mappings are the values that stand for each other in the two environments.
	Mappings []Mapping
	// Suppressions are the changes that are accepted, beside those that comments in
	// the files accept.
	Suppressions []*suppression.Suppression
	// Path gives the path of a place, which globs of suppressions go by; nil: the
	// place itself. Environment names the environment that it belongs to; nil: none.
	Path, Environment func(place string) string
}

// Result is what changed from one snapshot to another.
type Result struct {
	// From, To and Base are the sources as they were spelled.
	From, To, Base string
	// Complete: every template of all sides was read.
	Complete bool
	// Templates are in the order of their names, unchanged ones too.
	Templates []Template
	Summary   Summary
	// Mappings are those that were asked for, with how often they were used.
	Mappings []Mapped
	// Problems say what is wrong with the mappings and the suppressions.
	Problems []Problem
	// FromCount, ToCount and BaseCount say how many templates each side has, unread
	// ones too.
	FromCount, ToCount, BaseCount int
}

// Template is what became of a template.
type Template struct {
	// Name, Namespace and AppID are those of to, where it has them.
	Name, Namespace, AppID string
	// Was is the name in from, where that was another.
	Was string
	// Status says what became of it from From to To; from Base to both, where
	// these are the same.
	Status Status
	// Verdict says who added or removed it since the base; empty where it has
	// changes, which say it each, and where there is no base.
	Verdict Verdict
	// From, To and Base are the places, as in [job.Ref]; empty on the side that has
	// no such template.
	From, To, Base string
	// FromFile and ToFile: the place is that of a file in the work tree.
	FromFile, ToFile bool
	// Reason says why the template is unread.
	Reason string
	// Changes are in the order of the schema.
	Changes []Change
}

// Status says what became of a value or of a template.
type Status string

// A value is added, removed or changed. A template may be unchanged, too, or
// unread: nothing is known of it on one side at least.
const (
	Added     Status = "added"
	Removed   Status = "removed"
	Changed   Status = "changed"
	Unchanged Status = "unchanged"
	Unread    Status = "unread"
)

// Compare finds what changed from one snapshot to another. Each template is
// opened twice: once to pair it, unless a list says which it is, and once, with
// its twins, to compare it.
func Compare(from, to job.Snapshot, o Options) Result {
	r := Result{From: from.Name, To: to.Name, Complete: true}
	sides := [3]side{fromSide: index(from, fromSide), toSide: index(to, toSide)}
	if o.Base != nil {
		r.Base, sides[baseSide] = o.Base.Name, index(*o.Base, baseSide)
	}
	r.BaseCount, r.FromCount, r.ToCount = len(sides[baseSide].entries), len(sides[fromSide].entries), len(sides[toSide].entries)
	pairUp(sides)
	all := settled(asked(sides, o), o)
	k := newKnown(sides)
	m := newMappings(o.Mappings)
	for _, t := range all {
		r.add(t, k, m, o)
	}
	r.Problems = append(m.problems(r.Summary.Changed+r.Summary.Unchanged > 0), expired(o.Suppressions, o.Now)...)
	r.Mappings = m.all
	slices.SortStableFunc(r.Templates, func(a, b Template) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Namespace, b.Namespace), cmp.Compare(a.AppID, b.AppID),
			cmp.Compare(a.To, b.To), cmp.Compare(a.From, b.From), cmp.Compare(a.Base, b.Base))
	})
	return r
}

// add adds what became of a template.
func (r *Result) add(p *trio, k known, m *mappings, o Options) {
	t := p.template()
	if doubt := p.doubt(k.lost); doubt != "" && t.Status != Unread {
		t.Status, t.Reason = Unread, cmp.Or(t.To, t.From, t.Base)+": "+doubt
	}
	across := o.Environments || p.isAcross()
	w := &walker{
		hide: across && !o.ShowHidden, whose: cmp.Or(t.AppID, t.To, t.From, t.Base),
		across: across, dependents: k.dependents(p), names: k.names, now: o.Now,
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
	r.Summary.Secrets.add(w.secrets)
}
