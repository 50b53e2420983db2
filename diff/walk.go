package diff

import (
	"cmp"
	"slices"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/schema"
)

// walker collects the changes of a pair of templates.
type walker struct {
	// hide leaves out what differs between environments by nature.
	hide bool
	// whose is what fingerprints call the template.
	whose string

	changes []Change
	hidden  int
	secrets Secrets
}

// spot is where the walk is, and what the schema says of the values there.
type spot struct {
	// from and to are the paths in the two sides. They differ below lists without
	// a key, where an item's index may.
	from, to job.Path
	// top is the field at the top; field says what the value is, an item's is its
	// list's; typ is what the value may be. Each is nil where the schema knows
	// nothing.
	top, field *plan.Field
	typ        *plan.Type
	// key is the member that tells items apart, if the value is such an item.
	key string
	// The rest is the innermost field's that says so.
	scope     plan.Scope
	immutable bool
	elsewhere string
}

// root is where a walk begins.
func root() spot {
	return spot{typ: &plan.Type{Object: &plan.Object{Fields: schema.Template.Fields}}}
}

// member goes to a member that the field f describes; nil if none does.
func (s spot) member(name string, f *plan.Field) spot {
	next := s
	next.from, next.to = s.from.Member(name), s.to.Member(name)
	next.field, next.typ, next.key = f, nil, ""
	if len(s.to) == 0 {
		next.top = f
	}
	if f == nil {
		return next
	}
	next.typ = &f.Type
	if f.Scope != plan.ScopeConfig {
		next.scope = f.Scope
	}
	next.immutable = s.immutable || f.Immutable
	next.elsewhere = cmp.Or(f.Elsewhere, s.elsewhere)
	return next
}

// item goes to an item of a list.
func (s spot) item(from, to job.Step) spot {
	next := s
	next.from, next.to = step(s.from, from), step(s.to, to)
	next.typ, next.key = nil, ""
	if s.typ != nil && s.typ.List != nil {
		next.typ = &s.typ.List.Item
	}
	if s.field != nil && (from.Kind == job.KeyStep || to.Kind == job.KeyStep) {
		next.key = s.field.Key
	}
	return next
}

func step(p job.Path, s job.Step) job.Path {
	if s.Kind == job.KeyStep {
		return p.Keyed(s.Name, s.Nth)
	}
	return p.Item(s.Index)
}

// values compares two values; nil stands for none.
func (w *walker) values(s spot, from, to *job.Node) {
	switch {
	case from == nil:
		w.found(s, Added, from, to)
	case to == nil:
		w.found(s, Removed, from, to)
	case from.Kind == job.Object && to.Kind == job.Object:
		w.members(s, from, to)
	case from.Kind == job.List && to.Kind == job.List:
		w.items(s, from, to)
	case job.CompareValues(from, to, s.field) == job.Different:
		w.found(s, Changed, from, to)
	default:
		secrets := weigh(secretParts(from, s.field), secretParts(to, s.field), unknown)
		w.count(s, Secrets{Same: secrets.Same, Unknown: secrets.Unknown + secrets.Changed})
	}
}

// found notes a change, unless it is to be hidden.
func (w *walker) found(s spot, kind Status, from, to *job.Node) {
	w.count(s, weigh(secretParts(from, s.field), secretParts(to, s.field), changed))
	w.note(s, w.newChange(s, kind, from, to))
}

func (w *walker) note(s spot, c Change) {
	if w.hides(s) {
		w.hidden++
		return
	}
	w.changes = append(w.changes, c)
}

func (w *walker) count(s spot, secrets Secrets) {
	if !w.hides(s) {
		w.secrets.add(secrets)
	}
}

// hides says whether what is at a spot differs between environments by nature,
// and is not to be shown. What SAE made for a template is among it.
func (w *walker) hides(s spot) bool { return w.hide && s.scope != plan.ScopeConfig }

// members compares two structures member by member, in the order of the schema.
func (w *walker) members(s spot, from, to *job.Node) {
	a, b := byName(from), byName(to)
	fields := either(job.Members(s.typ, to), job.Members(s.typ, from))
	for _, name := range names(fields, from, to, a) {
		w.values(s.member(name, job.FieldOf(fields, name)), a[name], b[name])
	}
}

func byName(n *job.Node) map[string]*job.Node {
	members := make(map[string]*job.Node, len(n.Entries))
	for _, e := range n.Entries {
		members[e.Key] = e.Value
	}
	return members
}

// either gives the fields of both: two structures may be of two variants.
func either(fields, more []plan.Field) []plan.Field {
	all := slices.Clip(fields)
	for _, f := range more {
		if job.FieldOf(fields, f.Name) == nil {
			all = append(all, f)
		}
	}
	return all
}

// names lists the members that either side has: those that the schema knows in
// its order, then the others by name. inFrom are those of from.
func names(fields []plan.Field, from, to *job.Node, inFrom map[string]*job.Node) []string {
	var all []string
	for _, e := range from.Entries {
		all = append(all, e.Key)
	}
	for _, e := range to.Entries {
		if inFrom[e.Key] == nil {
			all = append(all, e.Key)
		}
	}
	rank := make(map[string]int, len(fields))
	for i, f := range fields {
		rank[f.Name] = i - len(fields)
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank[a], rank[b]), cmp.Compare(a, b))
	})
	return all
}
