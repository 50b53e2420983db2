// Package plan holds the tables that a CUE schema is read into. The tables
// themselves are generated (saejob/schema), read out of CUE by
// saejob/internal/plan/read, and walked over a document by saejob/internal/check.
// A plan carries the digest of the CUE files that it was read from, so that a
// program can refuse to judge by a plan that is not its schema's ([Plan.Fresh]).
package plan

// Plan is what a document may say: its fields in the order in which they are
// written, and the rows, which are constraints between top-level fields.
type Plan struct {
	// Digest is that of the CUE files that the plan was read from.
	Digest   string
	Fields   []Field
	Requires []Requires
	Forbids  []Forbids
	Pairs    []Pair
	AtMost   []AtMost
	Allows   []Allows
	Unique   []Unique
}

// Field is a member of a structure.
type Field struct {
	Name string
	// Doc is the comment above the field, lines joined by "\n".
	Doc string
	// Topic is the file that defines the field's type, without ".cue".
	// Only top-level fields have one.
	Topic string
	// Source is the anchor of the page that states the field's constraint.
	Source   string
	Required bool
	Type     Type

	// JSON: the value travels as JSON text inside a string.
	JSON bool
	// Secret is how the value may be secret.
	Secret Secrecy
	// Scope is whose value it is.
	Scope Scope
	// Immutable: UpdateJob does not take the field. NewTemplate: no other call
	// changes it either, so a change needs a new template.
	Immutable, NewTemplate bool
	// Elsewhere names the API call that sets the field; empty: CreateJob.
	Elsewhere string
	// Set: the value is a list whose order means nothing.
	Set bool
	// Key names the member by which the items of a list are paired.
	Key string
	// Open: the listed values are the known ones; the configuration may lower
	// the severity of a finding about another.
	Open bool
	// Deprecated names the field to use instead; the value is accepted, with a
	// warning.
	Deprecated string
	// Default is what the value is, by the documentation, where none is set; nil where
	// that is not documented.
	Default *Constant
	// Change is what a change of the value is called.
	Change Change
}

// Constant is a value that stands for itself.
type Constant struct {
	Kind ConstantKind
	Text string
}

// ConstantKind is of which JSON kind a constant is.
type ConstantKind uint8

const (
	TextConstant ConstantKind = iota
	IntConstant
	BoolConstant
)

// Secrecy is how a field's value may be secret.
type Secrecy uint8

const (
	// SecretParts: only the parts that are unmistakably secret are.
	SecretParts Secrecy = iota
	// SecretWhole: the value is always secret, whole.
	SecretWhole
	// SecretByName: the value is secret, whole, when the name beside it or its
	// shape says so.
	SecretByName
	// SecretNever: the value is an id, a digest or an enumerated value.
	SecretNever
)

// Scope is whose value a field holds.
type Scope uint8

const (
	// ScopeConfig: it is configuration, and the same in all environments.
	ScopeConfig Scope = iota
	// ScopeEnvironment: it differs between environments by nature.
	ScopeEnvironment
	// ScopeServer: SAE made it.
	ScopeServer
)

// Change is what a change of a field is called and how much it matters.
type Change struct {
	ID string
	// Severity is error, warning or info.
	Severity string
}
