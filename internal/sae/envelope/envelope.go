// Package envelope reads what stands around the Data of an answer: whether the call
// succeeded, the code of a failure, the id of the request. [Read] an answer, and ask
// its [Members].
package envelope

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
)

// Members are the members of a JSON object by name, each value byte for byte as it
// came.
type Members map[string]json.RawMessage

// Read reads a JSON object. An object with the same member twice is an error, and
// its members are returned all the same: they tell whether it is an envelope. No
// error holds anything of the object.
func Read(object []byte) (Members, error) {
	if len(object) == 0 {
		return nil, errors.New("the answer is empty")
	}
	// A decoder stops at the end of the object and does not see what follows.
	if !json.Valid(object) {
		return nil, errors.New("the answer is not JSON")
	}
	m := Members{}
	twice := false
	err := Each(object, func(name string, value json.RawMessage) {
		_, had := m[name]
		twice = twice || had
		m[name] = value
	})
	if err == nil && twice {
		err = errors.New("the answer has a member twice") // nobody can say which one is meant
	}
	return m, err
}

// Each calls yield for each member of an object that is valid JSON, in order. A map or
// a struct that encoding/json fills would take the last of two members of the same
// name, and a struct takes "data" for Data.
func Each(object []byte, yield func(name string, value json.RawMessage)) error {
	d := json.NewDecoder(bytes.NewReader(object))
	if t, _ := d.Token(); t != json.Delim('{') {
		return errors.New("the answer is not a JSON object")
	}
	for d.More() {
		name, err := d.Token()
		var value json.RawMessage
		if err == nil {
			err = d.Decode(&value)
		}
		if err != nil {
			return errors.New("the answer is not JSON")
		}
		yield(name.(string), value)
	}
	return nil
}

// Get returns the member of that name, or of that name beginning in lower case:
// errors come in both spellings.
func (m Members) Get(name string) json.RawMessage {
	if value, ok := m[name]; ok {
		return value
	}
	return m[strings.ToLower(name[:1])+name[1:]]
}

// Text returns the member of that name if it is a string, a number or a boolean, else
// nothing: the API has some members in more than one of these forms.
func (m Members) Text(name string) string {
	value := m.Get(name)
	var s string
	switch {
	case len(value) == 0 || strings.ContainsRune(`{[n`, rune(value[0])):
		return ""
	case json.Unmarshal(value, &s) == nil:
		return s
	}
	return string(value)
}
