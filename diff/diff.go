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
	// Environments: the sources are two environments. Else a pair stands in two
	// if both its NamespaceIds are set and differ.
	Environments bool
	// ShowHidden shows what differs between environments by nature, too.
	ShowHidden bool
	// Only says which templates are compared; nil: all. A pair is if one of its
	// two is, and what cannot be read is if it may be.
	Only func(job.Identity) bool
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

// Compare finds what changed from one snapshot to another. Each template is
// opened twice: once to pair it, and once, with its twin, to compare it.
func Compare(from, to job.Snapshot, o Options) Result {
	r := Result{From: from.Name, To: to.Name, Complete: true}
	sides := [3]side{fromSide: index(from, fromSide), toSide: index(to, toSide)}
	r.FromCount, r.ToCount = len(sides[fromSide].entries), len(sides[toSide].entries)
	pairUp(sides)
	var lost [3][]*entry
	for i, s := range sides {
		lost[i] = s.lost()
	}
	for _, t := range asked(sides, o) {
		r.add(t, t.doubt(lost), o)
	}
	slices.SortStableFunc(r.Templates, func(a, b Template) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Namespace, b.Namespace),
			cmp.Compare(a.AppID, b.AppID), cmp.Compare(a.To, b.To), cmp.Compare(a.From, b.From))
	})
	return r
}

// add adds what became of a template.
func (r *Result) add(p *trio, doubt string, o Options) {
	t := p.template()
	switch {
	case t.Status == Unread:
	case doubt != "":
		t.Status, t.Reason = Unread, cmp.Or(t.To, t.From)+": "+doubt
	case p[fromSide] == nil:
		t.Status = Added
	case p[toSide] == nil:
		t.Status = Removed
	default:
		r.compare(&t, p, o)
	}
	r.Templates = append(r.Templates, t)
	r.Summary.count(t.Status)
	r.Complete = r.Complete && t.Status != Unread
}

// compare finds what changed in a pair of templates that could be read before.
func (r *Result) compare(t *Template, p *trio, o Options) {
	from, reasonFrom := p[fromSide].open(o)
	to, reasonTo := p[toSide].open(o)
	if from == nil || to == nil {
		t.Status, t.Reason = Unread, join("; ", reasonFrom, reasonTo)
		return
	}
	w := walker{hide: !o.ShowHidden && (o.Environments || p.isAcross()), whose: cmp.Or(t.AppID, t.To)}
	w.values(root(), from.Root, to.Root)
	r.Summary.Hidden += w.hidden
	r.Summary.Secrets.add(w.secrets)
	t.Status, t.Changes = Changed, w.changes
	if len(t.Changes) == 0 {
		t.Status = Unchanged
	}
}

// isAcross says whether a template stands in several namespaces, and so in
// several environments. It is then not one that changed: what differs between
// environments by nature, and what SAE made in each, is no news.
func (t *trio) isAcross() bool {
	namespace := ""
	for _, e := range t {
		if e == nil || e.id.NamespaceID == "" {
			continue
		}
		if namespace != "" && namespace != e.id.NamespaceID {
			return true
		}
		namespace = e.id.NamespaceID
	}
	return false
}

// template says which template a trio is, and that it is unread where it is.
func (t *trio) template() Template {
	var out Template
	var reasons []string
	ids := [3]job.Identity{}
	for i, e := range t {
		if e == nil {
			continue
		}
		ids[i] = e.id
		if e.unread != "" {
			out.Status = Unread
			reasons = append(reasons, e.ref.Place+": "+e.unread)
		}
	}
	out.Reason = join("; ", reasons...)
	from, to := ids[fromSide], ids[toSide]
	out.From, out.To = t[fromSide].place(), t[toSide].place()
	out.Name = cmp.Or(to.Name, from.Name)
	out.Namespace = cmp.Or(to.NamespaceID, from.NamespaceID)
	out.AppID = cmp.Or(to.AppID, from.AppID)
	if from.Name != out.Name {
		out.Was = from.Name
	}
	return out
}

// place is where a template is; empty where there is none.
func (e *entry) place() string {
	if e == nil {
		return ""
	}
	return e.ref.Place
}

// scopeName is a scope as reports call it.
func scopeName(s plan.Scope) string {
	return [...]string{"config", "environment", "server"}[s]
}
