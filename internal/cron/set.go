package cron

import (
	"iter"
	"math/bits"
)

// set is a set of numbers from 0 to 63.
type set uint64

func only(n int) set { return 1 << n }

// span returns the set of all numbers from low to high.
func span(low, high int) set { return every(low, high, 1) }

// every returns the set of every step-th number from low to high.
func every(low, high, step int) set {
	var s set
	for n := low; n <= high; n += step {
		s |= only(n)
	}
	return s
}

func (s set) has(n int) bool { return s&only(n) != 0 }

func (s set) size() int { return bits.OnesCount64(uint64(s)) }

// isSpan reports whether no number is missing between the first and the last.
func (s set) isSpan() bool { return s == span(s.first(), s.last()) }

// first and last return the least and the greatest number of a set that is not
// empty.
func (s set) first() int { return bits.TrailingZeros64(uint64(s)) }

func (s set) last() int { return bits.Len64(uint64(s)) - 1 }

// next returns the least number of the set that is n or more.
func (s set) next(n int) (int, bool) {
	rest := s >> n << n
	return rest.first(), rest != 0
}

// all returns the numbers in order.
func (s set) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; s != 0; s &= s - 1 {
			if !yield(s.first()) {
				return
			}
		}
	}
}
