package job

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Problem is something in a file that is refused.
type Problem struct {
	Range   Range
	Message string
}

// Parse reads a template from a file's text, with positions and comments.
// Whatever is refused is a problem; the template is nil where the text has no
// structure that could be read at all, and holds Unreadable nodes where a value
// is refused. The text of a problem holds nothing of the file.
func Parse(text []byte) (*Template, []Problem) {
	if len(text) > MaxBytes {
		return nil, []Problem{{start, fmt.Sprintf("the file is larger than %d MB", MaxBytes>>20)}}
	}
	if p := checkText(text); p != nil {
		return nil, []Problem{*p}
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	r := &reader{src: newSource(bytes.ReplaceAll(text, []byte("\r"), []byte("\n")))}
	root := r.read()
	if r.aliases > maxAliases {
		return nil, []Problem{{r.alias, fmt.Sprintf("an alias, and %d more; write the values out", r.aliases-1)}}
	}
	if root == nil {
		return nil, r.problems
	}
	if root.Kind != Object {
		r.problem(root.Range, fmt.Sprintf("a structure of fields is expected; this is %s", root.Kind))
		return nil, r.problems
	}
	t := &Template{Root: root}
	r.attach(t)
	return t, r.problems
}

var start = Range{1, 1, 1, 1}

// checkText refuses what is not UTF-8 text, and the line breaks that YAML sees
// and nobody else does.
func checkText(text []byte) *Problem {
	line, column := 1, 1
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRune(text[i:])
		at := Range{line, column, line, column + 1}
		switch {
		case bytes.HasPrefix(text[i:], []byte{0xff, 0xfe}) || bytes.HasPrefix(text[i:], []byte{0xfe, 0xff}):
			return &Problem{at, "the file looks like UTF-16; save it as UTF-8"}
		case c == utf8.RuneError && size == 1:
			return &Problem{at, "the file is not UTF-8 here"}
		case c == 0x85 || c == 0x2028 || c == 0x2029:
			return &Problem{at, "an invisible line break; write it as an escape in double quotes"}
		case c == 0:
			return &Problem{at, "a NUL byte; the file has to be text"}
		}
		column++
		if c == '\n' {
			line, column = line+1, 1
		}
		i += size
	}
	return nil
}

// reader turns a YAML or JSON text into nodes and notes where its scalars stand.
type reader struct {
	src      *source
	problems []Problem
	// spans are the stretches of text that are scalars, in order.
	spans []span
	// aliases counts these, alias is where the first one is.
	aliases int
	alias   Range
}

// maxAliases is how many aliases are told one by one: a file with more is no
// template, and may be made to keep its reader busy.
const maxAliases = 10

func (r *reader) problem(at Range, message string) {
	r.problems = append(r.problems, Problem{at, message})
}

func (r *reader) read() *Node {
	if json.Valid(r.src.text) {
		return r.readJSON()
	}
	doc, err := decodeYAML(r.src.text)
	if err != nil {
		p := r.yamlProblem(err)
		if line := r.src.line(p.Range.Line - 1); bytes.HasPrefix(bytes.TrimLeft(r.src.text[line.start:line.end], " "), []byte("\t")) {
			p.Message += "; indent with blanks, not with tabs"
		}
		r.problems = append(r.problems, p)
		return nil
	}
	if doc == nil || len(doc.Content) == 0 {
		r.problem(start, "the file holds no template")
		return nil
	}
	return r.node(doc.Content[0], 0)
}

func (r *reader) readJSON() *Node {
	j := &jsonReader{
		text:      r.src.text,
		src:       r.src,
		duplicate: func(key string, at Range) { r.problem(at, duplicateMessage) },
	}
	n, err := j.read()
	if err != nil {
		r.problem(start, "the file "+err.Error())
		return nil
	}
	firstLines(n, r.src)
	return n
}

// firstLines cuts the ranges of structures down to their first line.
func firstLines(n *Node, src *source) {
	if n.Kind >= List && n.Range.EndLine > n.Range.Line {
		n.Range.EndLine = n.Range.Line
		n.Range.EndColumn = src.lineEnd(n.Range.Line)
	}
	for _, e := range n.Entries {
		firstLines(e.Value, src)
	}
}

const duplicateMessage = "the name stands here a second time; the first one counts"

var errSecondDocument = errors.New("a second document; a file holds one")

type secondDocument struct{ line int }

func (secondDocument) Error() string { return errSecondDocument.Error() }

// decodeYAML parses text as one YAML document; nil where it holds none.
func decodeYAML(text []byte) (doc *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			doc, err = nil, errors.New("the file is not YAML that can be read")
		}
	}()
	dec := yaml.NewDecoder(bytes.NewReader(text))
	var first, second yaml.Node
	if err := dec.Decode(&first); err == io.EOF {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	switch err := dec.Decode(&second); {
	case err == nil:
		return nil, secondDocument{second.Line}
	case err != io.EOF:
		return nil, err
	}
	return &first, nil
}
