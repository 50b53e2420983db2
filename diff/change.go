package diff

import (
	"saejob/internal/job"
	"saejob/internal/severity"
)

// Change is a value that is not the same on both sides.
type Change struct {
	// Path is where the value is: in to, or in from if it was removed, or in the
	// base if it was removed on both sides.
	Path job.Path
	// Kind says how the value goes from From to To; how it went from Base to both,
	// where these are the same.
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
	// Key is the member that tells the items of the list apart, where the value is
	// an item of such a list.
	Key string
	// Scope is config, environment or server: whose the value is.
	Scope string
	// Immutable: UpdateJob does not accept the field.
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

// Ends returns the two values that the change leads from and to: From and To, or
// Base and both of them where they are the same. One may be nil.
func (c Change) Ends() (before, after *job.Node) {
	if c.Verdict == Converged {
		return c.Base, c.To
	}
	return c.From, c.To
}
