package job

import "saejob/internal/plan"

// Finder finds what paths lead to in a template that stays as it is. Finding many
// takes no longer than each by itself.
type Finder struct {
	template *Template
	members  map[*Node]map[string]*Entry
	items    map[*Node]map[Step]*Entry
}

// NewFinder returns what finds entries of a template.
func NewFinder(t *Template) *Finder {
	return &Finder{template: t, members: map[*Node]map[string]*Entry{}, items: map[*Node]map[Step]*Entry{}}
}

// Entry returns what a path leads to; nil where it leads nowhere.
func (f *Finder) Entry(p Path) *Entry {
	var e *Entry
	n, t, owner := f.template.Root, rootType(), (*plan.Field)(nil)
	for _, step := range p {
		switch {
		case step.Kind == MemberStep:
			e = f.member(n, step.Name)
			owner = membersOf(t, n)(step.Name)
			t = fieldType(owner)
		case n.Kind == List:
			e = f.item(n, owner, step)
			t = itemType(t)
		default:
			return nil
		}
		if e == nil {
			return nil
		}
		n = e.Value
	}
	return e
}

// few is how many entries are looked through one by one.
const few = 16

func (f *Finder) member(n *Node, name string) *Entry {
	if n.Kind != Object || len(n.Entries) <= few {
		return n.Member(name)
	}
	if f.members[n] == nil {
		f.members[n] = make(map[string]*Entry, len(n.Entries))
		for _, e := range n.Entries {
			f.members[n][e.Key] = e
		}
	}
	return f.members[n][name]
}

func (f *Finder) item(n *Node, owner *plan.Field, step Step) *Entry {
	if owner == nil || owner.Key == "" {
		if step.Kind != IndexStep || step.Index >= len(n.Entries) {
			return nil
		}
		return n.Entries[step.Index]
	}
	if f.items[n] == nil {
		f.items[n] = make(map[Step]*Entry, len(n.Entries))
		for i, s := range Items(n, owner) {
			f.items[n][s] = n.Entries[i]
		}
	}
	return f.items[n][step]
}
