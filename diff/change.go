package diff

import (
	"saejob/diff/pairing"
	"saejob/internal/job"
	"saejob/internal/severity"
)

// Change is a value that is not the same on both sides.
type Change struct {
	// Path is where the value is on the side that [Change.Ends] leads to, or where it
	// was if it was removed.
	Path job.Path
	// Kind says what became of the value between the two that [Change.Ends] returns.
	Kind Status
	// From and To are the values, with their secrets marked: what shows them
	// shows [job.Node.Shown] or [job.Node.JSON]. The side that has none is nil.
	From, To *job.Node
	// Base is the value in the base, and Verdict says who changed it; both are
	// empty where there is no base.
	Base    *job.Node
	Verdict Verdict
	// Lines are what changed in a long text, line by line; nil where there are not
	// two texts or both are short.
	Lines []Line
	// FromLines and ToLines are the same of a conflict, from Base to From and from Base
	// to To.
	FromLines, ToLines []Line
	// Key is the member that tells the items of the list apart, where the value is
	// an item of such a list.
	Key string
	// Scope is config, environment or server: whose the value is.
	Scope string
	// Immutable: UpdateJob cannot change the field.
	Immutable bool
	// ID is what the change is called, one of those that package meaning lists;
	// Severity how much it matters.
	ID       string
	Severity severity.Severity
	// Meaning says what the change means beyond its values; empty where there is
	// nothing to say.
	Meaning string
	// About says what the field at the top is, in the words of the schema.
	About string
	// Fingerprint tells the change from others.
	Fingerprint string
	// FromAt and ToAt say where the value stands in each side's text, or where what
	// should hold it begins; zero where that is not known.
	FromAt, ToAt job.Range
	// at is where the value is on each side that has it.
	at [3]job.Path
}

// Ends returns the two values that the change leads from and to: From and To, or,
// with a base, Base and what it became. Of a conflict From and To. One may be nil.
func (c Change) Ends() (before, after *job.Node) {
	return values{pairing.Base: c.Base, pairing.From: c.From, pairing.To: c.To}.ends(c.Verdict)
}
