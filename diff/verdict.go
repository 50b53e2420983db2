package diff

import "saejob/diff/pairing"

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

// AllVerdicts returns the verdicts, in the order in which they are explained.
func AllVerdicts() []Verdict { return []Verdict{Drift, Pending, Conflict, Converged} }

// Means returns what a verdict says, in words for people.
func (v Verdict) Means() string {
	switch v {
	case Drift:
		return "since the base only TO changed"
	case Pending:
		return "since the base only FROM changed"
	case Conflict:
		return "FROM and TO changed since the base and are not the same"
	case Converged:
		return "FROM and TO changed since the base and are the same"
	}
	return ""
}

// sides returns the sides of [pairing] that a change with this verdict leads from
// and to: from the base to what changed; of a conflict, and where there is no base,
// from one side to the other.
func (v Verdict) sides() (before, after int) {
	switch v {
	case Pending:
		return pairing.Base, pairing.From
	case Drift, Converged:
		return pairing.Base, pairing.To
	}
	return pairing.From, pairing.To
}

// judge returns who changed what is not the same in base and from, in base and to,
// and in from and to; empty where none did.
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
