// Package job is a template as a document: the tree that export, lint and diff
// look at, how it is read from a file or from an answer of the API, its normal
// form, and how it is printed.
//
// A [Template] comes from [Parse] (a file, with positions and comments) or from
// [FromAnswer] (what DescribeJob returns, without). [Normalize] brings it
// into its normal form, [Print] writes it as YAML, [Answer] turns it back into what
// DescribeJob returned. What its fields are is in the schema (saejob/schema);
// nothing here lists them.
package job

// Template is the configuration of one SAE job.
type Template struct {
	// Root is an Object.
	Root *Node
	// Tail holds the comment lines and blank lines after the last entry, byte for
	// byte, without line breaks.
	Tail []string
}

// Kind is what a value is, in JSON's words.
type Kind uint8

// The kinds of values. Unreadable is a value that a file spells in a way that
// is refused ([Parse] reports a problem there); it has no content.
const (
	Null Kind = iota
	Bool
	Number
	String
	List
	Object
	Unreadable
)

// String returns the kind's name for a message: "text", "a list".
func (k Kind) String() string {
	return [...]string{"nothing", "true or false", "a number", "text", "a list", "a structure", "unreadable"}[k]
}

// Node is a value.
type Node struct {
	Kind Kind
	// Text is a String's value, a Number's digits as they came, a Bool's true or
	// false. A structure has the JSON text it stood in, where it did ([Decode]).
	Text string
	// Entries are the members of an Object or the items of a List, in the order
	// in which they came.
	Entries []*Entry
	// Range is where the value stands in its file; the zero Range where there is
	// none. A structure's is the first line of it.
	Range Range
	// Secrets are the parts of Text that are secret, in order, apart; of a
	// structure, one that stands for all of it. Whatever shows the value to
	// somebody shows [Node.Shown].
	Secrets []Secret
	// SecretPlace: the text is a placeholder, and the field or a name beside it says
	// that the value is secret. It stands for whatever value was there; anywhere else
	// a placeholder is a text as any other.
	SecretPlace bool
	// spelling is how a String stands that may be JSON text in a file.
	spelling *spelling
}

// Entry is a member of an Object or an item of a List.
type Entry struct {
	// Key is the member's name; empty for an item.
	Key      string
	KeyRange Range
	Value    *Node
	// Lead holds the comment lines and blank lines above the entry, byte for
	// byte, without line breaks.
	Lead []string
	// Foot holds the comment lines and blank lines below the entry that are indented
	// deeper than what follows it, byte for byte, without line breaks.
	Foot []string
	// Trail is the comment after the value on its line, with the blanks before
	// it.
	Trail string
}

// Range is a stretch of a file. Lines and columns count from 1, columns in code
// points; EndColumn is one past the last.
type Range struct {
	Line, Column, EndLine, EndColumn int
}

// Secret is a part of a text that must not be shown.
type Secret struct {
	// Start and End are byte offsets into the text.
	Start, End int
	// Placeholder is what is shown instead.
	Placeholder string
	// Digest tells equal secrets of one run from different ones: KEYID:HEX. It
	// is not for showing: the key may be the run's own.
	Digest string
}

// Start returns where a template is pointed at as a whole: at the first key of its
// root, or at the root where it has none.
func (n *Node) Start() Range {
	if len(n.Entries) > 0 {
		return n.Entries[0].KeyRange
	}
	return n.Range
}

// Member returns the entry of an Object that has the name key, or nil.
func (n *Node) Member(key string) *Entry {
	if n.Kind != Object {
		return nil
	}
	for _, e := range n.Entries {
		if e.Key == key {
			return e
		}
	}
	return nil
}

// At returns the value of a member of members; nil where there is none, or no n.
func (n *Node) At(names ...string) *Node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		e := n.Member(name)
		if e == nil {
			return nil
		}
		n = e.Value
	}
	return n
}

// AsText returns the text of a String; empty for any other value, and for none.
func (n *Node) AsText() string {
	if n == nil || n.Kind != String {
		return ""
	}
	return n.Text
}

// Clone returns a copy that shares nothing with n.
func (n *Node) Clone() *Node {
	c := *n
	c.Entries = make([]*Entry, len(n.Entries))
	for i, e := range n.Entries {
		copied := *e
		copied.Value = e.Value.Clone()
		copied.Lead = append([]string(nil), e.Lead...)
		copied.Foot = append([]string(nil), e.Foot...)
		c.Entries[i] = &copied
	}
	c.Secrets = append([]Secret(nil), n.Secrets...)
	return &c
}

// Clone returns a copy that shares nothing with t.
func (t *Template) Clone() *Template {
	return &Template{Root: t.Root.Clone(), Tail: append([]string(nil), t.Tail...)}
}
