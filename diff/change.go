package diff

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"saejob/diff/meaning"
	"saejob/internal/job"
	"saejob/internal/plan"
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
	// Key names the member that tells the items of the list apart, where the
	// value is an item of such a list.
	Key string
	// Scope is config, environment or server: whose the value is.
	Scope string
	// Immutable: UpdateJob does not take the field.
	Immutable bool
	// ID is what the change is called, one of [IDs]; Severity how much it matters.
	ID       string
	Severity severity.Severity
	// Meaning says what the change brings with it that cannot be seen in the
	// values; empty where there is nothing to say.
	Meaning string
	// About says what the field at the top is, in the words of the schema.
	About string
	// Fingerprint tells the change from others.
	Fingerprint string
	// FromAt and ToAt say where the value stands in each side's text, or where what
	// should hold it begins; zero where nobody knows.
	FromAt, ToAt job.Range
	// at is where the value is on each side that has it.
	at [3]job.Path
}

// Ends are the two values that the change leads from and to: From and To, or Base
// and both of them where they are the same. One may be nil.
func (c Change) Ends() (before, after *job.Node) {
	return values{c.Base, c.From, c.To}.ends(c.Verdict)
}

// What a change is called that the schema does not name.
const (
	fieldChanged = "field-changed"
	orderChanged = "order-changed"
)

// scopeName is a scope as reports call it.
func scopeName(s plan.Scope) string {
	return [...]string{"config", "environment", "server"}[s]
}

// newChange makes the change of the value at a spot.
func (w *walker) newChange(s spot, v values, verdict Verdict) Change {
	c := Change{
		Path: s.at[toSide], at: s.at, Kind: kind(v.ends(verdict)),
		From: v[fromSide], To: v[toSide], Base: v[baseSide], Verdict: verdict,
		Key: s.key, Scope: scopeName(s.scope), Immutable: s.immutable,
		ID: fieldChanged, Severity: severity.Info,
		FromAt: s.place(v, fromSide), ToAt: s.place(v, toSide),
	}
	if c.Kind == Removed {
		c.Path = s.at[fromSide]
	}
	if s.top != nil {
		c.ID = cmp.Or(s.top.Change.ID, fieldChanged)
		c.About = firstSentence(s.top.Doc)
		if known, ok := severity.Parse(s.top.Change.Severity); ok {
			c.Severity = known
		}
	}
	w.explain(&c, s)
	c.Fingerprint = w.fingerprint(c)
	return c
}

// explain says what a change means, and calls it by that.
func (w *walker) explain(c *Change, s spot) {
	seen := meaning.Change{
		Path: c.Path, Field: s.field, Across: w.across, Dependents: w.dependents, Names: w.names, Now: w.now,
		Immutable: s.immutable, ByServer: s.scope == plan.ScopeServer, Elsewhere: s.elsewhere,
	}
	seen.Before, seen.After = c.Ends()
	seen.Was, seen.Is = w.roots.ends(c.Verdict)
	seen.Secret = secretOf(seen.Before, seen.After, s.field)
	said := meaning.Of(&seen)
	c.Meaning = said.Text
	if said.ID != nil {
		c.ID, c.Severity = said.ID.Name, said.ID.Severity
	}
}

// secretOf says whether a secret changed where nobody can see it.
func secretOf(before, after *job.Node, f *plan.Field) meaning.Secret {
	if before == nil || after == nil {
		return meaning.NoSecret
	}
	a, b := secretParts(before, f), secretParts(after, f)
	switch {
	case weigh(a, b, changed).Changed == 0:
		return meaning.NoSecret
	case bytes.Equal(bare(before).JSON(), bare(after).JSON()):
		return meaning.OnlySecret
	}
	return meaning.SecretToo
}

// fingerprint is made of what stays the same as long as the change does: what it
// is called, the template, the path, and the values unless something in them is
// secret.
func (w *walker) fingerprint(c Change) string {
	parts := []string{c.ID, w.whose, c.Path.String()}
	if !holdsSecret(c.From) && !holdsSecret(c.To) {
		parts = append(parts, shown(c.From), shown(c.To))
	}
	text, err := json.Marshal(parts)
	if err != nil {
		panic(err) // strings always encode
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// shown gives a value as JSON; empty where there is none.
func shown(n *job.Node) string {
	if n == nil {
		return ""
	}
	return string(n.JSON())
}
