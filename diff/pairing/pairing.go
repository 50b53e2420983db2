// Package pairing knows what belongs to what on the sides of a comparison: which
// template of one is which of another, and which item of a list.
//
// [Templates] pairs the templates of snapshots; [Items] pairs the items of a list,
// by their key, as a set or by their order; [Mappings] tell which values of one
// environment stand for which of another. All answer with a [Trio] for each thing.
package pairing

// The sides of a comparison. What is compared without a base is compared with
// from as its own base: there all changes are those of to.
const (
	Base = iota
	From
	To
)

// Trio says where one thing is on each side, as an index; None where it is not.
type Trio [3]int

// None is the index of what a side does not have.
const None = -1

// First returns the first side that has the thing.
func (t Trio) First() int {
	for side, i := range t {
		if i != None {
			return side
		}
	}
	return len(t)
}

// Last returns the last side that has the thing: to before from before the base.
func (t Trio) Last() int {
	side := To
	for t[side] == None {
		side--
	}
	return side
}
