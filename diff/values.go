package diff

import (
	"saejob/diff/pairing"
	"saejob/internal/job"
	"saejob/internal/plan"
)

// values are a value on each side of [pairing]; nil on a side that has none.
type values [3]*job.Node

// are reports whether all sides have a value of this kind.
func (v values) are(k job.Kind) bool {
	for _, n := range v {
		if n == nil || n.Kind != k {
			return false
		}
	}
	return true
}

// judge returns who changed the value of the field f.
func (v values) judge(f *plan.Field) Verdict {
	base, from, to := v[pairing.Base], v[pairing.From], v[pairing.To]
	return judge(differ(base, from, f), differ(base, to, f), differ(from, to, f))
}

// differ reports whether two values of the field f are known to differ.
func differ(a, b *job.Node, f *plan.Field) bool {
	if a == nil || b == nil {
		return a != b
	}
	return a != b && job.CompareValues(a, b, f) == job.Different
}

// ends returns the two values that a change with this verdict leads from and to.
func (v values) ends(verdict Verdict) (before, after *job.Node) {
	b, a := verdict.sides()
	return v[b], v[a]
}
