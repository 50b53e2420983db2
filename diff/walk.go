package diff

import (
	"cmp"
	"slices"
	"time"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/suppression"
)

// walker collects the changes of a template.
type walker struct {
	// hide leaves out what differs between environments by nature.
	hide bool
	// whose is what fingerprints call the template.
	whose string
	// The rest is for what changes mean: the template on each side, whether it
	// stands in two environments, who refers to it, and when that is.
	roots      values
	across     bool
	dependents []string
	names      map[string]string
	now        time.Time

	// mappings are those between the environments that are compared; nil: none.
	mappings *mappings
	// suppressions are what accepts changes.
	suppressions []*suppression.Suppression

	changes []Change
	left    Left
	secrets Secrets
}

// walk compares the values at a spot.
func (w *walker) walk(s spot, v values) {
	switch {
	case v.are(job.Object):
		w.members(s.within(v), v)
	case v.are(job.List):
		w.items(s.within(v), v)
	default:
		w.whole(s, v)
	}
}

// whole compares values as wholes.
func (w *walker) whole(s spot, v values) {
	from, to := secretParts(v[fromSide], s.field), secretParts(v[toSide], s.field)
	if differ(v[fromSide], v[toSide], s.field) {
		w.count(s, weigh(from, to, changed))
	} else {
		secrets := weigh(from, to, unknown)
		w.count(s, Secrets{Same: secrets.Same, Unknown: secrets.Unknown + secrets.Changed})
	}
	verdict := v.judge(s.field)
	if verdict == "" {
		return
	}
	switch equal, known := w.mappings.equal(s.at[fromSide], v[fromSide], v[toSide]); {
	case equal:
		w.left.Mapped++
	case known:
		// A mapping says what should be there, by nature or not.
		w.changes = append(w.changes, w.newChange(s, v, verdict))
	default:
		w.note(s, w.newChange(s, v, verdict))
	}
}

// note notes a change, unless it is to be hidden.
func (w *walker) note(s spot, c Change) {
	if w.hides(s) {
		w.left.ByNature++
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

// members compares structures member by member, in the order of the schema.
func (w *walker) members(s spot, v values) {
	var fields []plan.Field
	var all [3]map[string]*job.Node
	for _, side := range []int{toSide, fromSide, baseSide} {
		fields = either(fields, job.Members(s.typ, v[side]))
		all[side] = byName(v[side])
	}
	for _, name := range names(fields, all) {
		w.walk(s.member(name, job.FieldOf(fields, name)), values{all[baseSide][name], all[fromSide][name], all[toSide][name]})
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

// names lists the members that a side has: those that the schema knows in its
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
