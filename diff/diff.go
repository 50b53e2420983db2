// Package diff goes from two snapshots to changes.
//
// [Compare] pairs the templates of two snapshots and walks each pair by its
// structure, as the schema describes it: items of a list that has a key are the
// same item wherever they stand, a set has no order, a secret is compared without
// being seen. What comes out says how to get from one side to the other: added,
// removed or changed, each with its path and both values.
package diff

import (
	"cmp"
	"slices"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/secret"
)

// Options say how to compare.
type Options struct {
	// Key is what secrets are compared by.
	Key secret.Key
	// ShowHidden shows what differs between environments by nature, too.
	ShowHidden bool
}

// Result is what changed from one snapshot to another.
type Result struct {
	// From and To are the sources as they were spelled.
	From, To string
	// Complete: every template of both sides was read.
	Complete bool
	// Templates are in the order of their names, unchanged ones too.
	Templates []Template
	Summary   Summary
	// FromCount and ToCount say how many templates each side has, unread ones
	// too.
	FromCount, ToCount int
}

// Template is what became of a template.
type Template struct {
	// Name, Namespace and AppID are those of to, where it has them.
	Name, Namespace, AppID string
	// Was is the name in from, where that was another.
	Was    string
	Status Status
	// From and To are the places, as in [job.Ref]; empty on the side that has no
	// such template.
	From, To string
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

// Summary counts templates by their status, and what was not shown.
type Summary struct {
	Added, Removed, Changed, Unchanged, Unread int
	// Hidden counts the changes left out because their values differ between
	// environments by nature.
	Hidden  int
	Secrets Secrets
}

// Secrets counts the secrets of the templates that were compared: a secret that
// is only on one side has changed; one that cannot be compared, because only a
// placeholder without a digest of the same key is left of it, is unknown, and no
// change.
type Secrets struct{ Same, Changed, Unknown int }

// Compare finds what changed from one snapshot to another. Each template is
// opened twice: once to pair it, and once, with its twin, to compare it.
func Compare(from, to job.Snapshot, o Options) Result {
	r := Result{From: from.Name, To: to.Name, Complete: true}
	a, b := index(from), index(to)
	r.FromCount, r.ToCount = len(a.entries), len(b.entries)
	for _, p := range pairUp(a, b) {
		r.pair(p, o)
	}
	slices.SortStableFunc(r.Templates, func(a, b Template) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Namespace, b.Namespace),
			cmp.Compare(a.AppID, b.AppID), cmp.Compare(a.To, b.To), cmp.Compare(a.From, b.From))
	})
	return r
}

// pair adds what became of the template of a pair.
func (r *Result) pair(p pair, o Options) {
	t := p.template()
	switch {
	case t.Status == Unread:
	case p.from == nil:
		t.Status = Added
	case p.to == nil:
		t.Status = Removed
	default:
		r.compare(&t, p, o)
	}
	r.Templates = append(r.Templates, t)
	r.Summary.count(t.Status)
	r.Complete = r.Complete && t.Status != Unread
}

// compare finds what changed in a pair of templates that could be read before.
func (r *Result) compare(t *Template, p pair, o Options) {
	from, reasonFrom := p.from.open(o)
	to, reasonTo := p.to.open(o)
	if from == nil || to == nil {
		t.Status, t.Reason = Unread, join("; ", reasonFrom, reasonTo)
		return
	}
	w := walker{hide: across(p) && !o.ShowHidden, whose: cmp.Or(t.AppID, t.To)}
	w.values(root(), from.Root, to.Root)
	r.Summary.Hidden += w.hidden
	r.Summary.Secrets.add(w.secrets)
	t.Status, t.Changes = Changed, w.changes
	if len(t.Changes) == 0 {
		t.Status = Unchanged
	}
}

// across says whether a pair stands in two environments. Its templates are then
// two, not one that changed: what differs between environments by nature, and
// what SAE made for each, is no news.
func across(p pair) bool {
	from, to := p.from.id.NamespaceID, p.to.id.NamespaceID
	return from != "" && to != "" && from != to
}

func (s *Summary) count(status Status) {
	switch status {
	case Added:
		s.Added++
	case Removed:
		s.Removed++
	case Changed:
		s.Changed++
	case Unchanged:
		s.Unchanged++
	case Unread:
		s.Unread++
	}
}

func (s *Secrets) add(more Secrets) {
	s.Same += more.Same
	s.Changed += more.Changed
	s.Unknown += more.Unknown
}

// scopeName is a scope as reports call it.
func scopeName(s plan.Scope) string {
	return [...]string{"config", "environment", "server"}[s]
}
