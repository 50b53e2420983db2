package job

import (
	"bytes"
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// jsonReader turns JSON text into nodes. Digits stay as they came.
type jsonReader struct {
	text []byte
	dec  *json.Decoder
	// file is where the text stands; nil where ranges are not wanted.
	file *fileLines
	// offsets are the places of the text's bytes in the file; nil where it is all
	// of it.
	offsets []int
	// strings are the stretches of the file that are strings.
	strings []span
	// duplicate is called for each member whose name its structure already has;
	// the first one counts.
	duplicate func(at Range)
}

// readJSON reads exactly one JSON value. A value that cannot be kept without
// loss (not UTF-8, half of a surrogate pair, a member twice) is an error.
func readJSON(text []byte) (*Node, error) {
	return (&jsonReader{text: text}).readWhole()
}

// readJSONFile reads a file that is JSON.
func readJSONFile(file *fileLines) (root *Node, strings []span, problems []Problem) {
	r := &jsonReader{text: file.text, file: file, duplicate: func(at Range) {
		problems = append(problems, Problem{at, duplicateName})
	}}
	root, err := r.read()
	if err != nil {
		return nil, nil, append(problems, Problem{start, "the file cannot be read: " + err.Error()})
	}
	file.firstLines(root)
	return root, r.strings, problems
}

// readWhole reads a value in which no member stands twice.
func (r *jsonReader) readWhole() (*Node, error) {
	var twice error
	r.duplicate = func(Range) { twice = errDuplicate }
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

func (r *jsonReader) value(depth int) (*Node, error) {
	if depth > MaxDepth {
		return nil, errTooDeep
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
		err = r.string(start)
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
			if err := r.string(start); err != nil {
				return err
			}
			e.Key = key.(string)
			if r.end(&e.KeyRange); isLongName(e.Key) {
				return errLongName
			}
		}
		value, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		e.Value = value
		if n.Kind == Object && seen[e.Key] {
			r.duplicate(e.KeyRange)
			continue
		}
		seen[e.Key] = true
		n.Entries = append(n.Entries, e)
	}
	_, err := r.dec.Token()
	return err
}

// string notes the string that was read last, which begins at an offset, and
// refuses it where it cannot be kept.
func (r *jsonReader) string(start int) error {
	end := int(r.dec.InputOffset())
	if r.file != nil {
		r.strings = append(r.strings, span{start, end})
	}
	return checkString(r.text[start+1 : end-1])
}

// next returns the offset at which the next token begins.
func (r *jsonReader) next() int {
	at := int(r.dec.InputOffset())
	return at + len(r.text[at:]) - len(bytes.TrimLeft(r.text[at:], " \t\r\n,:"))
}

// begin returns a range that begins at an offset. Places are asked for in order,
// as [fileLines] wants it: the end when it is reached.
func (r *jsonReader) begin(at int) (g Range) {
	if r.file != nil {
		g.Line, g.Column = r.file.position(r.place(at))
	}
	return g
}

// end ends a range after the token that was read last.
func (r *jsonReader) end(g *Range) {
	if r.file != nil {
		g.EndLine, g.EndColumn = r.file.position(r.place(int(r.dec.InputOffset())))
	}
}

// place returns where in the file an offset of the text is.
func (r *jsonReader) place(at int) int {
	if r.offsets != nil {
		return r.offsets[at]
	}
	return at
}

// spelling returns how the text of the string that begins at start stands; nil where
// it is no JSON text in a file.
func (r *jsonReader) spelling(text string, start int) *spelling {
	if r.file == nil || r.offsets != nil || !mayBeJSON(text) {
		return nil
	}
	return &spelling{r.file, span{start + 1, int(r.dec.InputOffset()) - 1}, '"'}
}
