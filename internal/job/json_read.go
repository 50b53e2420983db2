package job

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"unicode/utf8"
)

// MaxBytes bounds a file and an answer, MaxDepth how deep one nests: a document
// beyond either is refused.
const (
	MaxBytes = 8 << 20
	MaxDepth = 100
)

// jsonReader turns JSON text into nodes. Digits stay as they came.
type jsonReader struct {
	text []byte
	dec  *json.Decoder
	// src is where the text stands; nil where ranges are not wanted.
	src *source
	// offsets are the places of the text's bytes in src; nil where it is all of it.
	offsets []int
	// duplicate is called for each member whose name its structure already has;
	// the first one counts.
	duplicate func(key string, r Range)
}

var (
	errNotUTF8   = errors.New("is not UTF-8")
	errSurrogate = errors.New("has half of a surrogate pair")
	errDuplicate = errors.New("has a member twice")
	errDepth     = fmt.Errorf("is nested more than %d deep", MaxDepth)
)

// readJSON reads exactly one JSON value. A value that cannot be kept without
// loss (not UTF-8, half of a surrogate pair, a member twice) is an error.
func readJSON(text []byte) (*Node, error) {
	return (&jsonReader{text: text}).readWhole()
}

// readWhole reads a value in which no member stands twice.
func (r *jsonReader) readWhole() (*Node, error) {
	var twice error
	r.duplicate = func(string, Range) { twice = errDuplicate }
	n, err := r.read()
	if err == nil {
		err = twice
	}
	return n, err
}

func (r *jsonReader) read() (*Node, error) {
	if !utf8.Valid(r.text) {
		return nil, errNotUTF8
	}
	if err := checkJSON(r.text); err != nil {
		return nil, err
	}
	r.dec = json.NewDecoder(bytes.NewReader(r.text))
	r.dec.UseNumber()
	return r.value(0)
}

// checkJSON says where text stops being one JSON value.
func checkJSON(text []byte) error {
	if json.Valid(text) {
		return nil
	}
	var v json.RawMessage
	err := json.Unmarshal(text, &v)
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return errors.New("is not JSON")
	}
	if int(syntax.Offset) >= len(text) {
		return errors.New("is not JSON: it ends too early")
	}
	at := utf8.RuneCount(text[:max(0, int(syntax.Offset)-1)]) + 1
	return fmt.Errorf("is not JSON at character %d", at)
}

func (r *jsonReader) value(depth int) (*Node, error) {
	if depth > MaxDepth {
		return nil, errDepth
	}
	start := r.next()
	n := &Node{Range: r.begin(start)}
	token, err := r.dec.Token()
	if err != nil {
		return nil, err
	}
	switch v := token.(type) {
	case nil:
	case bool:
		n.Kind, n.Text = Bool, strconv.FormatBool(v)
	case json.Number:
		n.Kind, n.Text = Number, v.String()
	case string:
		n.Kind, n.Text = String, v
		n.spelling = r.spelling(v, start)
		err = r.checkString(start)
	case json.Delim:
		n.Kind = List
		if v == '{' {
			n.Kind = Object
		}
		err = r.entries(n, depth)
	}
	r.end(&n.Range)
	return n, err
}

func (r *jsonReader) entries(n *Node, depth int) error {
	seen := map[string]bool{}
	for r.dec.More() {
		e := &Entry{}
		if n.Kind == Object {
			start := r.next()
			e.KeyRange = r.begin(start)
			key, err := r.dec.Token()
			if err != nil {
				return err
			}
			if err := r.checkString(start); err != nil {
				return err
			}
			e.Key = key.(string)
			r.end(&e.KeyRange)
		}
		value, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		e.Value = value
		if n.Kind == Object && seen[e.Key] {
			r.duplicate(e.Key, e.KeyRange)
			continue
		}
		seen[e.Key] = true
		n.Entries = append(n.Entries, e)
	}
	_, err := r.dec.Token()
	return err
}

// next gives the offset at which the next token begins.
func (r *jsonReader) next() int {
	at := int(r.dec.InputOffset())
	return at + len(r.text[at:]) - len(bytes.TrimLeft(r.text[at:], " \t\r\n,:"))
}

// checkString refuses halves of surrogate pairs in the string that begins at
// start: the decoder would silently put U+FFFD there.
func (r *jsonReader) checkString(start int) error {
	raw := r.text[start:r.dec.InputOffset()]
	high := false
	for i := 1; i < len(raw)-1; i++ {
		low := false
		if raw[i] == '\\' {
			i++
			if raw[i] == 'u' {
				code, _ := strconv.ParseUint(string(raw[i+1:i+5]), 16, 32)
				i += 4
				low = code >= 0xdc00 && code <= 0xdfff
				if low != high {
					return errSurrogate
				}
				high = code >= 0xd800 && code <= 0xdbff
				continue
			}
		}
		if high {
			return errSurrogate
		}
	}
	if high {
		return errSurrogate
	}
	return nil
}
