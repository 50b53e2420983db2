//go:build ignore

package diff

import (
	"cmp"
	"slices"

	"saejob/internal/job"
	"saejob/internal/plan"
)

// aligned says where an item is in the list of each side; -1 where it is not.
type aligned [3]int

// side gives a side that has the item: to before from before the base.
func (a aligned) side() int {
	side := toSide
	for a[side] < 0 {
		side--
	}
	return side
}

// alignItems says which item of one list is which of another, in the order in
// which a reader meets them.
func alignItems(v values, f *plan.Field) []aligned {
	all := make([]aligned, len(v[baseSide].Entries))
	for i := range all {
		all[i] = aligned{i, -1, -1}
	}
	var fresh [3][]int
	for _, side := range []int{fromSide, toSide} {
		fresh[side] = alignWithBase(all, v, side, f)
	}
	added := alignFresh(all, fresh, v, f)
	return reading(reading(all, added, toSide), added, fromSide)
}

// alignWithBase notes which item of a side is which of the base, and gives those
// that are new.
func alignWithBase(all []aligned, v values, side int, f *plan.Field) (fresh []int) {
	if v[side] == v[baseSide] {
		for i := range all {
			all[i][side] = i
		}
		return nil
	}
	for _, p := range pairItems(v[baseSide], v[side], f) {
		if p.From < 0 {
			fresh = append(fresh, p.To)
		} else {
			all[p.From][side] = p.To
		}
	}
	return fresh
}

// alignFresh says which new item of from is which new one of to. In a list whose
// order matters they are new in the same place.
func alignFresh(all []aligned, fresh [3][]int, v values, f *plan.Field) []aligned {
	inOrder := f == nil || f.Key == "" && !f.Set
	places := make([][3][]int, len(all)+1)
	for side, indices := range fresh {
		place := placesOf(all, side, v[side])
		for _, i := range indices {
			at := 0
			if inOrder {
				at = place[i]
			}
			places[at][side] = append(places[at][side], i)
		}
	}
	var added []aligned
	for _, p := range places {
		from, to := p[fromSide], p[toSide]
		for _, twins := range pairItems(pick(v[fromSide], from), pick(v[toSide], to), f) {
			a := aligned{-1, -1, -1}
			if twins.From >= 0 {
				a[fromSide] = from[twins.From]
			}
			if twins.To >= 0 {
				a[toSide] = to[twins.To]
			}
			added = append(added, a)
		}
	}
	return added
}

// placesOf gives for each item of a side behind how many of the base it stands:
// behind the last of those before it that the base has.
func placesOf(all []aligned, side int, n *job.Node) []int {
	places := make([]int, len(n.Entries))
	for i, a := range all {
		if a[side] >= 0 {
			places[a[side]] = i + 1
		}
	}
	for i := 1; i < len(places); i++ {
		if places[i] == 0 {
			places[i] = places[i-1]
		}
	}
	return places
}

func pick(n *job.Node, indices []int) *job.Node {
	list := &job.Node{Kind: job.List}
	for _, i := range indices {
		list.Entries = append(list.Entries, n.Entries[i])
	}
	return list
}

// inOrder says whether the items that two sides have stand in the same order.
func inOrder(all []aligned, one, other int) bool {
	both := slices.DeleteFunc(slices.Clone(all), func(a aligned) bool { return a[one] < 0 || a[other] < 0 })
	slices.SortFunc(both, func(a, b aligned) int { return cmp.Compare(a[one], b[one]) })
	return slices.IsSortedFunc(both, func(a, b aligned) int { return cmp.Compare(a[other], b[other]) })
}

// reading puts the new items of a side where a reader meets them: where they
// stand there. Those that are in all already stay.
func reading(all, added []aligned, side int) []aligned {
	var more []aligned
	for _, a := range added {
		if a.side() == side {
			more = append(more, a)
		}
	}
	slices.SortFunc(more, func(a, b aligned) int { return cmp.Compare(a[side], b[side]) })
	out := make([]aligned, 0, len(all)+len(more))
	for _, a := range all {
		for len(more) > 0 && a[side] > more[0][side] {
			out, more = append(out, more[0]), more[1:]
		}
		out = append(out, a)
	}
	return append(out, more...)
}
