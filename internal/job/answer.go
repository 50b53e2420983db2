package job

import (
	"errors"
	"fmt"

	"saejob/internal/plan"
	"saejob/schema"
)

// FromAnswer reads the Data of a DescribeJob answer into a template in normal
// form. Data that cannot be kept without loss, is no structure, or has neither
// AppId nor AppName is an error; the error holds nothing of the data.
func FromAnswer(data []byte) (*Template, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("the answer is larger than %d MB", MaxBytes>>20)
	}
	root, err := readJSON(data)
	if err != nil {
		return nil, fmt.Errorf("the answer %w", err)
	}
	if root.Kind != Object {
		return nil, fmt.Errorf("the answer is %s, not a structure", root.Kind)
	}
	t := &Template{Root: root}
	if id := t.Identity(); id.AppID == "" && id.Name == "" {
		return nil, errors.New("the answer has neither AppId nor AppName")
	}
	Normalize(t)
	return t, nil
}

// Answer turns a template back into the Data of a DescribeJob answer: structure
// that travels as JSON text becomes text again. The result is indented JSON that
// ends in a line break.
func Answer(t *Template) []byte {
	out := &Node{Kind: Object}
	for _, e := range t.Root.Entries {
		value := e.Value
		if f := FieldOf(schema.Template.Fields, e.Key); f != nil && f.JSON && declares(f, value.Kind) {
			value = &Node{Kind: String, Text: string(appendJSON(nil, value))}
		}
		out.Entries = append(out.Entries, &Entry{Key: e.Key, Value: value})
	}
	return append(indentJSON(appendJSON(nil, out)), '\n')
}

// decodeJSON gives the structure that a json field's text stands for, and
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

// suits says what is wrong with a structure as that of a field.
func suits(f *plan.Field, n *Node) error {
	switch {
	case !declares(f, n.Kind):
		return fmt.Errorf("is JSON, but %s", n.Kind)
	case depth(n) >= MaxDepth:
		return errDepth
	}
	return nil
}

// declares says whether a field's structure may be of a kind.
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

// WhyText says why the text of a field that travels as JSON stays text.
func WhyText(f *plan.Field, text string) error {
	_, err := decodeJSON(f, &Node{Kind: String, Text: text})
	return err
}

// SaysUnset says whether the text of a field that travels as JSON means that the
// field is not set.
func SaysUnset(text string) bool {
	if text == "" {
		return true
	}
	n, err := readJSON([]byte(text))
	return err == nil && unset(n)
}

// setRange gives everything below n the range r.
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
