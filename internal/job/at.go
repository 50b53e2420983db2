package job

import "saejob/internal/plan"

// At is where a walk is. It is valid until the visit ends; what [At.Path] returns
// stays.
type At struct{ levels []level }

// level is a structure or list that a walk is in, and which of its entries it is at.
type level struct {
	in    *Node
	owner *plan.Field
	index int
	// steps are those to the items of a list, once one is asked for.
	steps []Step
}

// Path returns the path of the entry. Most visits need none, so it is made when it is
// asked for.
func (a *At) Path() Path {
	p := make(Path, len(a.levels))
	for i := range a.levels {
		p[i] = a.levels[i].step()
	}
	return p
}

func (l *level) step() Step {
	if l.in.Kind == Object {
		return Step{Kind: MemberStep, Name: l.in.Entries[l.index].Key}
	}
	if l.steps == nil {
		l.steps = Items(l.in, l.owner)
	}
	return l.steps[l.index]
}

// Depth returns how many structures and lists the entry is in, the template among
// them.
func (a *At) Depth() int { return len(a.levels) }

// In returns what the entry is in: with 1 the structure or list itself, with 2 what
// that is in, and so on; nil outside of the template.
func (a *At) In(levels int) *Node {
	if levels > len(a.levels) {
		return nil
	}
	return a.levels[len(a.levels)-levels].in
}

// NamesItem reports whether the entry is the member by which the item that it is in is
// paired.
func (a *At) NamesItem() bool {
	if len(a.levels) < 2 {
		return false
	}
	item, list := a.levels[len(a.levels)-1], a.levels[len(a.levels)-2]
	return list.in.Kind == List && list.owner != nil && item.in.Kind == Object && list.owner.Key == item.in.Entries[item.index].Key
}
