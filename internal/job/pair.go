package job

import (
	"slices"

	"saejob/internal/plan"
)

// ItemPair is an item of a list, by index, and the item of another list that it
// became; -1 stands for none.
type ItemPair struct{ From, To int }

// PairItems pairs the items of two lists that are values of the field f: by key
// where the list has one, those of the same key in their order; the rest by the
// longest common part of equal items, and in the gaps between by their order. The
// items of from come first, in their order, then the new ones.
func PairItems(from, to *Node, f *plan.Field) []ItemPair {
	partner := make([]int, len(from.Entries))
	taken := make([]bool, len(to.Entries))
	for i := range partner {
		partner[i] = -1
	}
	pairByKey(from, to, f, partner, taken)
	pairRest(from, to, f, partner, taken)

	var pairs []ItemPair
	for i, j := range partner {
		pairs = append(pairs, ItemPair{i, j})
	}
	for j := range to.Entries {
		if !taken[j] {
			pairs = append(pairs, ItemPair{-1, j})
		}
	}
	return pairs
}

func pairByKey(from, to *Node, f *plan.Field, partner []int, taken []bool) {
	at := map[Step]int{}
	for j, s := range Items(to, f) {
		if s.Kind == KeyStep {
			at[s] = j
		}
	}
	for i, s := range Items(from, f) {
		if j, ok := at[s]; ok && s.Kind == KeyStep {
			partner[i], taken[j] = j, true
		}
	}
}

// pairRest pairs what has no key: first equal items, then, between them, by
// order. Keyed items stay apart: another key is another item.
func pairRest(from, to *Node, f *plan.Field, partner []int, taken []bool) {
	var a, b []int
	for i, s := range Items(from, f) {
		if s.Kind == IndexStep {
			a = append(a, i)
		}
	}
	for j, s := range Items(to, f) {
		if s.Kind == IndexStep {
			b = append(b, j)
		}
	}
	same := func(i, j int) bool {
		return compare(from.Entries[a[i]].Value, to.Entries[b[j]].Value, nil, f) != Different
	}
	pair := func(i, j int) { partner[a[i]], taken[b[j]] = b[j], true }
	i, j := 0, 0
	for _, c := range common(len(a), len(b), same) {
		for ; i < c.From && j < c.To; i, j = i+1, j+1 {
			pair(i, j)
		}
		pair(c.From, c.To)
		i, j = c.From+1, c.To+1
	}
	if f != nil && f.Set {
		return // another value in a set is another item
	}
	for ; i < len(a) && j < len(b); i, j = i+1, j+1 {
		pair(i, j)
	}
}

// maxCommon bounds the work of finding a longest common part; longer lists are
// paired from both ends only.
const maxCommon = 4 << 20

// common returns the longest common part of two lists of n and m items, as pairs
// in order.
func common(n, m int, same func(i, j int) bool) []ItemPair {
	var head, tail []ItemPair
	low := 0
	for low < n && low < m && same(low, low) {
		head = append(head, ItemPair{low, low})
		low++
	}
	for n > low && m > low && same(n-1, m-1) {
		n, m = n-1, m-1
		tail = append(tail, ItemPair{n, m})
	}
	slices.Reverse(tail)
	if (n-low)*(m-low) <= maxCommon {
		head = append(head, longest(low, n, m, same)...)
	}
	return append(head, tail...)
}

// longest returns the longest common part of the items from low on. The table
// holds how long it is from each pair of items on; no common part is longer than
// the root of maxCommon.
func longest(low, n, m int, same func(i, j int) bool) []ItemPair {
	width := m - low + 1
	length := make([]uint16, (n-low+1)*width)
	at := func(i, j int) int { return (i-low)*width + j - low }
	for i := n - 1; i >= low; i-- {
		for j := m - 1; j >= low; j-- {
			if same(i, j) {
				length[at(i, j)] = length[at(i+1, j+1)] + 1
			} else {
				length[at(i, j)] = max(length[at(i+1, j)], length[at(i, j+1)])
			}
		}
	}
	var pairs []ItemPair
	for i, j := low, low; i < n && j < m; {
		switch {
		case same(i, j):
			pairs = append(pairs, ItemPair{i, j})
			i, j = i+1, j+1
		case length[at(i+1, j)] >= length[at(i, j+1)]:
			i++
		default:
			j++
		}
	}
	return pairs
}
