package job

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
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
	// at gives a stretch of the text as a range; nil where ranges are not wanted.
	at func(start, end int) Range
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
	var twice error
	r := &jsonReader{text: text, duplicate: func(string, Range) { twice = errDuplicate }}
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
	token, err := r.dec.Token()
	if err != nil {
		return nil, err
	}
	n := &Node{}
	switch v := token.(type) {
	case nil:
	case bool:
		n.Kind, n.Text = Bool, strconv.FormatBool(v)
	case json.Number:
		n.Kind, n.Text = Number, v.String()
	case string:
		n.Kind, n.Text = String, v
		err = r.checkString(start)
	case json.Delim:
		n.Kind = List
		if v == '{' {
			n.Kind = Object
		}
		err = r.entries(n, depth)
	}
	n.Range = r.rangeOf(start, int(r.dec.InputOffset()))
	return n, err
}

func (r *jsonReader) entries(n *Node, depth int) error {
	seen := map[string]bool{}
	for r.dec.More() {
		e := &Entry{}
		if n.Kind == Object {
			start := r.next()
			key, err := r.dec.Token()
			if err != nil {
				return err
			}
			if err := r.checkString(start); err != nil {
				return err
			}
			e.Key = key.(string)
			e.KeyRange = r.rangeOf(start, int(r.dec.InputOffset()))
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

func (r *jsonReader) rangeOf(start, end int) Range {
	if r.at == nil {
		return Range{}
	}
	return r.at(start, end)
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

// appendJSON writes n as JSON text without blanks. Structure that stands as JSON
// text ([Decode]) is that text.
func appendJSON(b []byte, n *Node) []byte {
	switch n.Kind {
	case List, Object:
		if n.Text != "" {
			return appendJSONString(b, n.Text)
		}
	}
	switch n.Kind {
	case Null, Unreadable:
		return append(b, "null"...)
	case Bool, Number:
		return append(b, n.Text...)
	case String:
		return appendJSONString(b, n.Text)
	case List:
		b = append(b, '[')
		for i, e := range n.Entries {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendJSON(b, e.Value)
		}
		return append(b, ']')
	default:
		b = append(b, '{')
		for i, e := range n.Entries {
			if i > 0 {
				b = append(b, ',')
			}
			b = append(appendJSONString(b, e.Key), ':')
			b = appendJSON(b, e.Value)
		}
		return append(b, '}')
	}
}

// appendJSONString escapes no more than JSON asks for.
func appendJSONString(b []byte, s string) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // a string always encodes
	}
	return append(b, strings.TrimSuffix(out.String(), "\n")...)
}

// Raw gives the template as JSON text without blanks, secrets and all.
func (t *Template) Raw() []byte { return appendJSON(nil, t.Root) }

// JSON gives n as JSON text without blanks, with what it shows: placeholders
// where it is secret.
func (n *Node) JSON() []byte {
	shown := n.Clone()
	shown.show()
	return appendJSON(nil, shown)
}

func (n *Node) show() {
	n.forgetText()
	if len(n.Secrets) > 0 {
		n.Kind, n.Text, n.Secrets = String, n.Shown(), nil
	}
	for _, e := range n.Entries {
		e.Value.show()
	}
}

func indentJSON(compact []byte) []byte {
	var out bytes.Buffer
	if err := json.Indent(&out, compact, "", "  "); err != nil {
		panic(err) // what appendJSON writes is JSON
	}
	return out.Bytes()
}
