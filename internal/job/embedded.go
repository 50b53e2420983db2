package job

import (
	"fmt"

	"saejob/internal/plan"
	"saejob/schema"
)

// decodeJSON returns the structure that a json field's text stands for, and
// whether there is one: the text must be exactly one JSON value of a kind that
// the field declares, without loss, and no deeper than a file may nest.
func decodeJSON(f *plan.Field, text *Node) (*Node, error) {
	n, err := readInner(text)
	if err == nil {
		err = suits(f, n)
	}
	if err != nil {
		return nil, err
	}
	return n, nil
}

// suits returns what is wrong with a structure as that of a field.
func suits(f *plan.Field, n *Node) error {
	switch {
	case !declares(f, n.Kind):
		return fmt.Errorf("it is JSON, but %s", n.Kind)
	case depth(n) >= MaxDepth:
		return errTooDeep
	}
	return nil
}

// declares reports whether a field's structure may be of a kind.
func declares(f *plan.Field, kind Kind) bool {
	return kind == List && f.Type.List != nil || kind == Object && f.Type.Object != nil
}

// Decode puts structure in place of the JSON text of fields that travel as such
// and may not be text, as far as their text is one. The structure keeps the text
// and stands where it stands; what is in it stands where it is in the text.
func Decode(t *Template) {
	for _, e := range t.Root.Entries {
		f := FieldOf(schema.Template.Fields, e.Key)
		if f == nil || !f.JSON || f.Type.String != nil || e.Value.Kind != String {
			continue
		}
		if n, err := decodeJSON(f, e.Value); err == nil {
			n.Text, n.Range = e.Value.Text, e.Value.Range
			e.Value = n
		}
	}
}

// WhyText returns why the text of a field that travels as JSON stays text.
func WhyText(f *plan.Field, text string) error {
	_, err := decodeJSON(f, &Node{Kind: String, Text: text})
	return err
}

// SaysUnset reports whether the text of a field that travels as JSON means that the
// field is not set.
func SaysUnset(text string) bool {
	if text == "" {
		return true
	}
	n, err := readJSON([]byte(text))
	return err == nil && unset(n)
}

// unset reports whether a known top-level field with this value is not set.
func unset(n *Node) bool {
	switch n.Kind {
	case Null:
		return true
	case String:
		return n.Text == ""
	case List, Object:
		return len(n.Entries) == 0
	}
	return false
}

// readInner reads the JSON value that the text of a value is, as readJSON does,
// with ranges: where these are not known, those of the value.
func readInner(n *Node) (*Node, error) {
	r := &jsonReader{text: []byte(n.Text)}
	if s := n.spelling; s != nil {
		if r.offsets = s.offsets(n.Text); r.offsets != nil {
			r.file = s.file
		}
	}
	inner, err := r.readWhole()
	switch {
	case err != nil:
		return nil, err
	case r.file == nil:
		setRange(inner, n.Range)
	default:
		r.file.firstLines(inner)
	}
	return inner, nil
}

// setRange sets the range of n and of everything below it.
func setRange(n *Node, r Range) {
	n.Range = r
	for _, e := range n.Entries {
		e.KeyRange = r
		setRange(e.Value, r)
	}
}

// depth counts the levels of structure in n; a scalar has none.
func depth(n *Node) int {
	deepest := 0
	if n.Kind >= List {
		for _, e := range n.Entries {
			deepest = max(deepest, depth(e.Value))
		}
		deepest++
	}
	return deepest
}
