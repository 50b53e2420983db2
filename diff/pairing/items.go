package pairing

import (
	"cmp"
	"slices"

	"saejob/internal/job"
	"saejob/internal/plan"
)

// Lists are the list on each side, all of them values of one field.
type Lists = [3]*job.Node

// Items returns which item of one list is which of another, in the order in which
// a reader meets them. The lists are values of the field f; nil: unknown.
func Items(v Lists, f *plan.Field) []Trio {
	all := make([]Trio, len(v[Base].Entries))
	for i := range all {
		all[i] = Trio{i, None, None}
	}
	var fresh [3][]int
	for _, side := range []int{From, To} {
		fresh[side] = pairWithBase(all, v, side, f)
	}
	added := pairNew(all, fresh, v, f)
	return placed(placed(all, added, To), added, From)
}

// pairWithBase notes which item of a side is which of the base, and returns those
// that are new.
func pairWithBase(all []Trio, v Lists, side int, f *plan.Field) (fresh []int) {
	if v[side] == v[Base] {
		for i := range all {
			all[i][side] = i
		}
		return nil
	}
	for _, p := range pairItems(v[Base], v[side], f) {
		if p.From < 0 {
			fresh = append(fresh, p.To)
		} else {
			all[p.From][side] = p.To
		}
	}
	return fresh
}

// pairNew returns which new item of from is which new one of to. In a list whose
// order matters they are new in the same place.
func pairNew(all []Trio, fresh [3][]int, v Lists, f *plan.Field) []Trio {
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
	var added []Trio
	for _, p := range places {
		from, to := p[From], p[To]
		for _, twins := range pairItems(pick(v[From], from), pick(v[To], to), f) {
			t := Trio{None, None, None}
			if twins.From >= 0 {
				t[From] = from[twins.From]
			}
			if twins.To >= 0 {
				t[To] = to[twins.To]
			}
			added = append(added, t)
		}
	}
	return added
}

// placesOf returns for each item of a side after how many of the base it stands:
// after the last of those before it that the base has.
func placesOf(all []Trio, side int, n *job.Node) []int {
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

// InOrder reports whether the items that two sides have stand in the same order.
func InOrder(all []Trio, one, other int) bool {
	both := slices.DeleteFunc(slices.Clone(all), func(a Trio) bool { return a[one] < 0 || a[other] < 0 })
	slices.SortFunc(both, func(a, b Trio) int { return cmp.Compare(a[one], b[one]) })
	return slices.IsSortedFunc(both, func(a, b Trio) int { return cmp.Compare(a[other], b[other]) })
}

// placed puts the new items of a side where they stand there, which is where a
// reader meets them. Those that are in all already stay.
func placed(all, added []Trio, side int) []Trio {
	var more []Trio
	for _, a := range added {
		if a.Last() == side {
			more = append(more, a)
		}
	}
	slices.SortFunc(more, func(a, b Trio) int { return cmp.Compare(a[side], b[side]) })
	out := make([]Trio, 0, len(all)+len(more))
	for _, a := range all {
		for len(more) > 0 && a[side] > more[0][side] {
			out, more = append(out, more[0]), more[1:]
		}
		out = append(out, a)
	}
	return append(out, more...)
}
