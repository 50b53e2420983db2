package diff

import (
	"cmp"
	"slices"

	"saejob/diff/pairing"
	"saejob/diff/secrets"
	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/suppression"
)

// walker collects the changes of a template.
type walker struct {
	// hide leaves out what differs between environments by nature.
	hide bool
	describer
	// mappings are those between the environments that are compared; nil: none.
	mappings *pairing.Mappings
	// suppressions are what accepts changes.
	suppressions []*suppression.Suppression

	changes []Change
	left    Left
	secrets secrets.Counts
}

// walk compares the values at a location.
func (w *walker) walk(l location, v values) {
	switch {
	case v.are(job.Object):
		w.members(l.within(v), v)
	case v.are(job.List):
		w.items(l.within(v), v)
	default:
		w.whole(l, v)
	}
}

// whole compares values as wholes.
func (w *walker) whole(l location, v values) {
	from, to := secrets.Between(v[pairing.From], v[pairing.To], l.field)
	if differ(v[pairing.From], v[pairing.To], l.field) {
		w.count(l, secrets.Compare(from, to))
	} else {
		w.count(l, secrets.CompareEqual(from, to))
	}
	verdict := v.judge(l.field)
	if verdict == "" {
		return
	}
	switch equal, known := w.mappings.Equal(l.at[pairing.From], v[pairing.From], v[pairing.To]); {
	case equal:
		w.left.Mapped++
	case known:
		// A mapping says what should be there, by nature or not.
		w.changes = append(w.changes, w.change(l, v, verdict))
	default:
		w.note(l, w.change(l, v, verdict))
	}
}

// note notes a change, unless it is to be hidden.
func (w *walker) note(l location, c Change) {
	if w.hides(l) {
		w.left.ByNature++
		return
	}
	w.changes = append(w.changes, c)
}

func (w *walker) count(l location, more secrets.Counts) {
	if !w.hides(l) {
		w.secrets.Add(more)
	}
}

// hides reports whether a change at a location is hidden because it differs between
// environments by nature, as all does that SAE sets.
func (w *walker) hides(l location) bool { return w.hide && l.scope != plan.ScopeConfig }

// members compares structures member by member, in the order of the schema.
func (w *walker) members(l location, v values) {
	var fields []plan.Field
	var all [3]map[string]*job.Node
	for _, side := range []int{pairing.To, pairing.From, pairing.Base} {
		fields = either(fields, job.Members(l.typ, v[side]))
		all[side] = byName(v[side])
	}
	for _, name := range names(fields, all) {
		w.walk(l.member(name, job.FieldOf(fields, name)), values{all[pairing.Base][name], all[pairing.From][name], all[pairing.To][name]})
	}
}

func byName(n *job.Node) map[string]*job.Node {
	members := make(map[string]*job.Node, len(n.Entries))
	for _, e := range n.Entries {
		members[e.Key] = e.Value
	}
	return members
}

// either returns the fields of both: two structures may be of two variants.
func either(fields, more []plan.Field) []plan.Field {
	if fields == nil {
		return more
	}
	all := slices.Clip(fields)
	for _, f := range more {
		if job.FieldOf(fields, f.Name) == nil {
			all = append(all, f)
		}
	}
	return all
}

// names returns the members that a side has: those that the schema knows in its
// order, then the others by name.
func names(fields []plan.Field, sides [3]map[string]*job.Node) []string {
	rank := make(map[string]int, len(fields))
	for i, f := range fields {
		rank[f.Name] = i - len(fields)
	}
	var all []string
	for i, members := range sides {
		for name := range members {
			if i == 0 || sides[0][name] == nil && (i == 1 || sides[1][name] == nil) {
				all = append(all, name)
			}
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank[a], rank[b]), cmp.Compare(a, b))
	})
	return all
}
