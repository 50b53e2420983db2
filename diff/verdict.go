package diff

import (
	"saejob/internal/job"
	"saejob/internal/plan"
)

// The sides of a comparison. What is compared without a base is compared with
// from as its own base: there all changes are those of to.
const (
	baseSide = iota
	fromSide
	toSide
)

// Verdict says who changed a value, or a template, since the base: from stands
// for what is committed, to for what is live.
type Verdict string

// Drift: to changed, from did not. Pending: from changed, to did not. Conflict:
// both did, and are not the same. Converged: both did, and are the same.
const (
	Drift     Verdict = "drift"
	Pending   Verdict = "pending"
	Conflict  Verdict = "conflict"
	Converged Verdict = "converged"
)

// judge says who changed what is not the same in base and from, in base and to,
// and in from and to; empty where nobody did.
func judge(from, to, apart bool) Verdict {
	switch {
	case from && to && !apart:
		return Converged
	case from == to && apart:
		return Conflict // of two unknown ones, too, which are not the same
	case from:
		return Pending
	case to:
		return Drift
	}
	return ""
}

// values are a value on each side; nil on a side that has none.
type values [3]*job.Node

// are says whether all sides have a value of this kind.
func (v values) are(k job.Kind) bool {
	for _, n := range v {
		if n == nil || n.Kind != k {
			return false
		}
	}
	return true
}

// judge says who changed the value of the field f.
func (v values) judge(f *plan.Field) Verdict {
	return judge(differ(v[baseSide], v[fromSide], f), differ(v[baseSide], v[toSide], f), differ(v[fromSide], v[toSide], f))
}

// differ says whether two values of the field f are known to differ.
func differ(a, b *job.Node, f *plan.Field) bool {
	if a == nil || b == nil {
		return a != b
	}
	return a != b && job.CompareValues(a, b, f) == job.Different
}

// ends are the two values that a change leads from and to: those of from and to;
// of both together, where they are the same, that of the base.
func (v values) ends(verdict Verdict) (before, after *job.Node) {
	if verdict == Converged {
		return v[baseSide], v[toSide]
	}
	return v[fromSide], v[toSide]
}

// kind says how a change leads from one value, or template, to the other.
func kind[T any](before, after *T) Status {
	switch {
	case before == nil:
		return Added
	case after == nil:
		return Removed
	}
	return Changed
}
