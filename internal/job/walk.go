package job

import (
	"saejob/internal/plan"
	"saejob/schema"
)

// rootType is the schema's view of a whole template.
func rootType() *plan.Type {
	return &plan.Type{Object: &plan.Object{Fields: schema.Template.Fields}}
}

// Members lists what a structure of type t that holds n may have as members, in
// the order in which they are written; nil where t says nothing of n.
func Members(t *plan.Type, n *Node) []plan.Field {
	if t == nil || t.Object == nil {
		return nil
	}
	if t.Object.Map != nil {
		return mapMembers(t.Object.Map, n)
	}
	if t.Object.Tag == "" {
		return t.Object.Fields
	}
	tag := n.Member(t.Object.Tag)
	for i := range t.Object.Variants {
		if tag != nil && tag.Value.Kind == String && tag.Value.Text == t.Object.Variants[i].Value {
			return t.Object.Variants[i].Fields
		}
	}
	return nil
}

// mapMembers are those that n has: its writer names them.
func mapMembers(m *plan.Map, n *Node) []plan.Field {
	fields := make([]plan.Field, 0, len(n.Entries))
	for _, e := range n.Entries {
		fields = append(fields, plan.Field{Name: e.Key, Type: m.Type})
	}
	return fields
}

// membersOf returns what says which field a member of a structure is.
func membersOf(t *plan.Type, n *Node) func(name string) *plan.Field {
	if t != nil && t.Object != nil && t.Object.Map != nil {
		return func(name string) *plan.Field { return &plan.Field{Name: name, Type: t.Object.Map.Type} }
	}
	fields := Members(t, n)
	return func(name string) *plan.Field { return FieldOf(fields, name) }
}

// FieldOf finds a field by name; nil where there is none.
func FieldOf(fields []plan.Field, name string) *plan.Field {
	for i := range fields {
		if fields[i].Name == name {
			return &fields[i]
		}
	}
	return nil
}

// Visit is called for an entry. f is the schema's field that says what the value
// is: an item's is its list's; nil where the schema knows nothing of it. It reports
// whether to go on below the entry.
type Visit func(at *At, e *Entry, f *plan.Field) bool

// Walk visits every entry below the root, in order, parents first.
func (t *Template) Walk(visit Visit) {
	(&At{}).walk(t.Root, rootType(), nil, visit)
}

func (a *At) walk(n *Node, t *plan.Type, owner *plan.Field, visit Visit) {
	a.levels = append(a.levels, level{in: n, owner: owner})
	here := len(a.levels) - 1
	switch n.Kind {
	case Object:
		field := membersOf(t, n)
		for i, e := range n.Entries {
			f := field(e.Key)
			a.levels[here].index = i
			if visit(a, e, f) && e.Value.Kind >= List {
				a.walk(e.Value, fieldType(f), f, visit)
			}
		}
	case List:
		for i, e := range n.Entries {
			a.levels[here].index = i
			if visit(a, e, owner) && e.Value.Kind >= List {
				a.walk(e.Value, itemType(t), owner, visit)
			}
		}
	}
	a.levels = a.levels[:here]
}

func fieldType(f *plan.Field) *plan.Type {
	if f == nil {
		return nil
	}
	return &f.Type
}

func itemType(t *plan.Type) *plan.Type {
	if t == nil || t.List == nil {
		return nil
	}
	return &t.List.Item
}

// Items names the items of a list: by the key of the list's field f where the
// list has one and the item too, else by index.
func Items(n *Node, f *plan.Field) []Step {
	steps := make([]Step, len(n.Entries))
	seen := map[string]int{}
	for i, e := range n.Entries {
		key, ok := itemKey(e.Value, f)
		if !ok {
			steps[i] = Step{Kind: IndexStep, Index: i}
			continue
		}
		seen[key]++
		steps[i] = Step{Kind: KeyStep, Name: key, Nth: seen[key]}
	}
	return steps
}

func itemKey(item *Node, f *plan.Field) (string, bool) {
	if f == nil || f.Key == "" {
		return "", false
	}
	e := item.Member(f.Key)
	if e == nil || e.Value.Kind != String {
		return "", false
	}
	return e.Value.Shown(), true
}
