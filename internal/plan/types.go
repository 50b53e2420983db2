package plan

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
