package diff

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
