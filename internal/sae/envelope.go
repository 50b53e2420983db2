package sae

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
)

// envelope is a JSON object by the names of its members, each value byte for
// byte as it came.
type envelope map[string]json.RawMessage

// newEnvelope reads a JSON object. The errors hold nothing of it.
func newEnvelope(object []byte) (envelope, error) {
	if len(object) == 0 {
		return nil, errors.New("the answer is empty")
	}
	// A decoder stops at the end of the object and does not see what follows.
	if !json.Valid(object) {
		return nil, errors.New("the answer is not JSON")
	}
	e := envelope{}
	twice := false
	err := members(object, func(name string, value json.RawMessage) {
		_, had := e[name]
		twice = twice || had
		e[name] = value
	})
	if err == nil && twice {
		// Which one is meant nobody can say.
		err = errors.New("the answer has a member twice")
	}
	return e, err
}

// member returns the member of that name, or of that name beginning in lower
// case: errors come in both spellings.
func (e envelope) member(name string) json.RawMessage {
	if value, ok := e[name]; ok {
		return value
	}
	return e[strings.ToLower(name[:1])+name[1:]]
}

// members calls yield for each member of an object that is valid JSON, in order. It
// is for this and not a map or a struct that encoding/json fills: those take the
// last of two members of the same name, and a struct takes "data" for Data.
func members(object []byte, yield func(name string, value json.RawMessage)) error {
	d := json.NewDecoder(bytes.NewReader(object))
	if t, _ := d.Token(); t != json.Delim('{') {
		return errors.New("the answer is no JSON object")
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
