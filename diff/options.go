package diff

import (
	"time"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/suppression"
)

// Options say how to compare.
type Options struct {
	// Key is what secrets are compared by.
	Key secret.Key
	// Base is what both sides come from: from is what was committed since, to what
	// is live now. Nil: changes have no verdict.
	Base *job.Snapshot
	// Environments: the sources are two environments. Else a template stands in
	// two if its NamespaceIds are set and differ.
	Environments bool
	// ShowHidden shows what differs between environments by nature, too.
	ShowHidden bool
	// Now is when the comparison is made: the next runs are those after it.
	Now time.Time
	// Only says which templates are compared; nil: all. A template is if it is
	// among them on one side, and what cannot be read is if it may be.
	Only func(job.Identity) bool
	// Outside says why a template on a side of [saejob/diff/pairing] is not of the part
	// of the cloud that the side is; alone, as no other side has it: or why none can have
	// it. It is empty where neither is so. Nil: that is not known of any.
	Outside func(side int, id job.Identity, alone bool) string
	// Saw is called for each file that is skipped, with what it was taken for; optional.
	Saw func(place, what string)
	// Mappings are the values that stand for each other in the two environments.
	Mappings []Mapping
	// Suppressions are the changes that are accepted, beside those that comments in
	// the files accept.
	Suppressions []*suppression.Suppression
	// Trusted returns the suppressions of a template that its file has where
	// suppressions are taken from; nil: they are taken from the files themselves.
	Trusted func(t *job.Template, place string) []*suppression.Suppression
	// Path returns the path of a place, which globs of suppressions go by; nil: the
	// place itself. Environment returns the name of the environment
	// that it belongs to; nil: none.
	Path, Environment func(place string) string
}

// Mapping is two values that stand for each other in the two environments that are
// compared.
type Mapping struct {
	// From is the value in from's environment, To in to's. A * in each stands for
	// the same text.
	From, To string
	// Path is where in a template they do, and below; empty: everywhere. [*] stands
	// for every item.
	Path job.Path
	// File and At are where the mapping is written.
	File string
	At   job.Range
}
