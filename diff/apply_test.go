package diff

import (
	"cmp"
	"slices"
	"testing"

	"saejob/diff/meaning"
	"saejob/diff/pairing"
	"saejob/internal/job"
)

// todo is a change that is to be made, and its paths from where apply is.
type todo struct {
	from, to job.Path
	Change
}

func asEdits(changes []Change) []todo {
	var all []todo
	for _, c := range changes {
		if c.ID != meaning.OrderChanged.Name {
			all = append(all, todo{c.at[pairing.From], c.Path, c})
		}
	}
	return all
}

// apply makes changes to a value; nil is none.
func apply(t *testing.T, l location, n *job.Node, changes []todo) *job.Node {
	if len(changes) == 0 {
		return n
	}
	if len(changes[0].from) == 0 {
		if len(changes) > 1 {
			t.Fatalf("changes within a change: %v", changes)
		}
		return changes[0].To
	}
	out := &job.Node{Kind: n.Kind}
	if n.Kind == job.Object {
		applyToMembers(t, l, n, out, changes)
	} else {
		applyToItems(t, l, n, out, changes)
	}
	return out
}

func applyToMembers(t *testing.T, l location, n, out *job.Node, changes []todo) {
	known := map[string]bool{}
	fields := job.Members(l.typ, n)
	for _, e := range n.Entries {
		known[e.Key] = true
		next := l.member(e.Key, job.FieldOf(fields, e.Key))
		if v := apply(t, next, e.Value, at(changes, job.Step{Name: e.Key}, false)); v != nil {
			out.Entries = append(out.Entries, &job.Entry{Key: e.Key, Value: v})
		}
	}
	for _, c := range changes {
		if name := c.to[0].Name; !known[name] {
			out.Entries = append(out.Entries, &job.Entry{Key: name, Value: c.To})
		}
	}
}

func applyToItems(t *testing.T, l location, n, out *job.Node, changes []todo) {
	for i, name := range stepsOf(n, l.field) {
		next := l.item([3]job.Step{name, name, name})
		if v := apply(t, next, n.Entries[i].Value, at(changes, name, true)); v != nil {
			out.Entries = append(out.Entries, &job.Entry{Value: v})
		}
	}
	var added []todo
	for _, c := range changes {
		if isNew(c) {
			added = append(added, c)
		}
	}
	slices.SortFunc(added, func(a, b todo) int { return cmp.Compare(a.to[0].Index, b.to[0].Index) })
	for _, c := range added {
		index := c.to[0].Index
		if l.field != nil && (l.field.Set || l.field.Key != "") {
			index = len(out.Entries) // the order means nothing, or is another change
		}
		out.Entries = slices.Insert(out.Entries, index, &job.Entry{Value: c.To})
	}
}

// isNew reports whether a change adds an item here.
func isNew(c todo) bool { return c.Kind == Added && len(c.to) == 1 }

// at returns the changes behind a step.
func at(changes []todo, s job.Step, item bool) []todo {
	var behind []todo
	for _, c := range changes {
		if c.from[0] == s && !(item && isNew(c)) {
			behind = append(behind, todo{c.from[1:], c.to[1:], c.Change})
		}
	}
	return behind
}
