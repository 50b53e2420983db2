// Package meaning knows what a change means beyond its values: that runs can
// overlap from now on, that the template has to be recreated, when the next runs
// are.
//
// [Of] returns what a change means, [IDs] all names that a change can have. A new
// meaning is a file, NAME.go, with its cases beside it, NAME.txtar (templates before
// and after, and what diff says of each change, which the tests run and write), and
// a line in [All]. A change has the name that the schema states (@change) unless a
// meaning has a better one.
package meaning

import (
	"time"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/severity"
)

// Meaning is one thing that a change can mean.
type Meaning struct {
	// Name is that of its file.
	Name string
	// IDs are what it calls changes.
	IDs []*ID
	// Say says what a change means, where it means this.
	Say func(*Change) Said
}

// ID is what a change is called.
type ID struct {
	Name     string
	Severity severity.Severity
	// Doc says what such a change is, and what comes of it.
	Doc string
}

// Said is what one meaning, or all of them, say of a change.
type Said struct {
	// ID is what the change is called; nil: as the schema does.
	ID *ID
	// Text is lower case and without a period; empty: nothing is to be said.
	Text string
}

// Change is a change as a meaning sees it.
type Change struct {
	// Path is where the value is: after the change, or before if it was removed.
	Path job.Path
	// Before and After are the values, with their secrets marked; nil: none.
	Before, After *job.Node
	// Was and Is are the templates that they stand in.
	Was, Is *job.Node
	// Field is the innermost field of the schema that the value is of; nil: unknown.
	Field *plan.Field
	// Immutable: UpdateJob cannot change the field; NewTemplate: nor can another
	// call. Elsewhere is the call that does; ByServer: SAE sets the value.
	Immutable, NewTemplate, ByServer bool
	Elsewhere                        string
	// Secret says what of it is secret.
	Secret Secret
	// Across: the templates stand in two environments; they are two.
	Across bool
	// Dependents are the names of the templates that were seen to refer to this one
	// by the AppId that it has in Was, and will still do so, or do; Names are those of
	// all templates, by AppId.
	Dependents []string
	Names      map[string]string
	// Now is when the comparison is made.
	Now time.Time
	// Notes are for the changes of one pair of templates; optional.
	Notes *Notes
}

// Notes are what was found out of templates for a change, for those that follow.
type Notes struct {
	collected map[*job.Node]map[string]bool
}

// Secret reports whether a secret is among what changed.
type Secret uint8

// NoSecret changed; a secret is all that did; a secret and more did.
const (
	NoSecret Secret = iota
	OnlySecret
	SecretToo
)

// is reports whether the change is at a path of members from the top, or below.
func (c *Change) is(names ...string) bool {
	if len(c.Path) < len(names) {
		return false
	}
	for i, name := range names {
		if c.Path[i].Kind != job.MemberStep || c.Path[i].Name != name {
			return false
		}
	}
	return true
}

// isAt reports whether the change is at such a path.
func (c *Change) isAt(names ...string) bool {
	return c.is(names...) && len(c.Path) == len(names)
}
