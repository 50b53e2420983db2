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
	// Change is what a change of the value is called.
	Change Change
}

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

// Type is what a value may be: an alternative for each JSON kind that is
// accepted. A value of a kind that has no alternative is a mistake.
type Type struct {
	// Any accepts every value; the alternatives are then empty.
	Any    bool
	String *String
	Int    *Int
	Bool   bool
	List   *List
	Object *Object
}

// String is which texts are accepted.
type String struct {
	// OneOf lists the accepted texts; empty: all.
	OneOf []string
	// Pattern is a regular expression (Go's RE2, unanchored); empty: none. No text
	// is accepted that NotPattern matches.
	Pattern, NotPattern string
	// Formats are the forms of which a text must have one; empty: any.
	Formats []Format
	// Words say in a noun phrase which texts Pattern, NotPattern and Formats accept:
	// the first sentence above the definition that has them. They are empty where no
	// definition has.
	Words string
	// MinRunes and MaxRunes bound the length in code points; MaxRunes 0: no bound.
	MinRunes, MaxRunes int
}

// Format is a form of texts, as Go's package net/netip reads it.
type Format string

const (
	// Address is an IPv4 or IPv6 address: netip.ParseAddr.
	Address Format = "address"
	// Block is a block of such addresses, in CIDR notation: netip.ParsePrefix.
	Block Format = "block"
)

// Int is which integers are accepted. Min and Max are always set.
type Int struct {
	// OneOf lists the accepted integers, ascending; empty: all from Min to Max.
	OneOf    []int64
	Min, Max int64
}

// List is which lists are accepted.
type List struct {
	Item Type
	// MinItems is the least number of items.
	MinItems int
}

// Object is which structures are accepted: those with the members Fields, or,
// where Tag is set, with the members of the variant that the member Tag names.
// No other members are accepted. Where Map is set, there are none of these.
type Object struct {
	Fields   []Field
	Tag      string
	Variants []Variant
	Map      *Map
}

// Map accepts any number of members, each of type Type, whose names are for the
// writer of the document to choose.
type Map struct {
	// Doc is the comment above the names: what they may be, in words that follow
	// a colon.
	Doc   string
	Names String
	Type  Type
}

// Variant is one form of a structure.
type Variant struct {
	// Value is the text of the member Tag in this form.
	Value  string
	Fields []Field
}

// Row is what all rows have. A row is a constraint between top-level fields.
type Row struct {
	ID string
	// Doc is the comment above the row.
	Doc string
	// Topic is the file that holds the row, without ".cue".
	Topic string
	// Field is the subject: the finding stands at its value.
	Field string
	// Source is the anchor of the page that states the constraint.
	Source string
	// Message is the text of a finding. {NAME} stands for the value of the
	// top-level field NAME, {field} for the name of the field in question,
	// {allowed} (pairs, allows) for the accepted values, {n} (atMost) for the bound,
	// {count} (atMost) for the number found, {value} (unique) for what is there twice.
	Message string
	// Severity is error or warning; empty: error.
	Severity string
}

// Requires demands Fields where the subject is one of In.
type Requires struct {
	Row
	In     []string
	Fields []string
}

// Forbids refuses Fields where the subject is one of In.
type Forbids struct {
	Row
	In     []string
	Fields []string
}

// Pair accepts for the field With only the integers that Table lists for the
// subject's value.
type Pair struct {
	Row
	With  string
	Table []PairEntry
}

// PairEntry lists, ascending, the integers that go with the subject's Value.
type PairEntry struct {
	Value   string
	Allowed []int64
}

// AtMost accepts at most N items of the subject, a list, that are structures
// with all the members Of.
type AtMost struct {
	Row
	N  int
	Of []Member
}

// Allows accepts for the field With, where the subject is one of In, only Values of
// the texts that With may have. A text that With may never have is no matter of it.
type Allows struct {
	Row
	In     []string
	With   string
	Values []string
}

// Unique accepts in the subject, a list of structures, no two items whose member Key
// has the same text.
type Unique struct {
	Row
	Key string
}

// Member is a member that has a certain text.
type Member struct {
	Name string
	Text string
}
