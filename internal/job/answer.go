package job

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

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
		return nil, fmt.Errorf("the answer cannot be read: %w", err)
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

func indentJSON(compact []byte) []byte {
	var out bytes.Buffer
	if err := json.Indent(&out, compact, "", "  "); err != nil {
		panic(err) // what appendJSON writes is JSON
	}
	return out.Bytes()
}
