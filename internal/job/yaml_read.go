package job

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// node turns a node of the YAML parser into one of ours. What it means is
// decided here, by JSON's grammar; the parser's own guess is not used.
func (r *reader) node(y *yaml.Node, depth int) *Node {
	if depth > MaxDepth {
		r.problem(r.point(y), errDepth.Error()[len("is "):])
		return &Node{Kind: Unreadable, Range: r.point(y)}
	}
	n := &Node{Range: r.point(y)}
	if y.Kind == yaml.AliasNode {
		r.spans = append(r.spans, r.src.word(y.Line, y.Column))
		r.problem(n.Range, "an alias; write the value out")
		if r.aliases++; r.aliases == 1 {
			r.alias = n.Range
		}
		n.Kind = Unreadable
		return n
	}
	at := r.properties(y, n)
	refused := n.Kind == Unreadable
	switch y.Kind {
	case yaml.ScalarNode:
		r.scalar(y, n, at)
	case yaml.SequenceNode:
		r.list(y, n, depth)
	case yaml.MappingNode:
		r.object(y, n, depth)
	}
	if refused {
		n.Kind, n.Text = Unreadable, ""
	}
	return n
}

// point is where a node begins, as wide as one character.
func (r *reader) point(y *yaml.Node) Range {
	return Range{y.Line, y.Column, y.Line, y.Column + 1}
}

// properties refuses the anchor and the tag of a node and gives the offset of
// what follows them.
func (r *reader) properties(y *yaml.Node, n *Node) int {
	at := r.src.offset(y.Line, y.Column)
	tagged := y.Style&yaml.TaggedStyle != 0
	if y.Anchor == "" && !tagged {
		return at
	}
	if tagged {
		r.problem(n.Range, "a tag; write the value without it")
		n.Kind = Unreadable
	} else {
		r.problem(n.Range, "an anchor; write the value without it")
	}
	for at < len(r.src.text) && (r.src.text[at] == '&' || r.src.text[at] == '!') {
		word := r.src.wordAt(at)
		r.spans = append(r.spans, word)
		at = r.src.skipBlank(word.end)
	}
	return at
}

func (r *reader) scalar(y *yaml.Node, n *Node, at int) {
	s := r.src.scalar(y, at)
	r.spans = append(r.spans, s...)
	if len(s) > 0 {
		n.Range = r.src.rangeOf(s[0].start, s[len(s)-1].end)
	}
	n.Kind, n.Text = String, y.Value
	if len(s) > 0 && mayBeJSON(y.Value) {
		n.spelling = r.src.spelling(y, s[len(s)-1])
	}
	if !isPlain(y) {
		return
	}
	switch kind, misread := plainKind(y.Value); {
	case misread != "":
		r.problem(n.Range, misread)
		n.Kind, n.Text = Unreadable, ""
	case kind == Null:
		n.Kind, n.Text = Null, ""
	default:
		n.Kind = kind
	}
}

// isPlain says whether a scalar stands without quotes and indicators.
func isPlain(y *yaml.Node) bool {
	return y.Style&^yaml.TaggedStyle == 0
}

func (r *reader) list(y *yaml.Node, n *Node, depth int) {
	n.Kind = List
	for _, item := range y.Content {
		n.Entries = append(n.Entries, &Entry{Value: r.node(item, depth+1)})
	}
	r.firstLine(y, n)
}

func (r *reader) object(y *yaml.Node, n *Node, depth int) {
	n.Kind = Object
	seen := map[string]bool{}
	for i := 0; i+1 < len(y.Content); i += 2 {
		e := &Entry{}
		named := r.key(y.Content[i], e)
		e.Value = r.node(y.Content[i+1], depth+1)
		if e.Value.Kind == Null && y.Content[i+1].Value == "" {
			e.Value.Range = e.KeyRange
		}
		if !named {
			continue
		}
		if seen[e.Key] {
			r.problem(e.KeyRange, duplicateMessage)
			continue
		}
		seen[e.Key] = true
		n.Entries = append(n.Entries, e)
	}
	r.firstLine(y, n)
}

// firstLine makes the range of a structure its first line.
func (r *reader) firstLine(y *yaml.Node, n *Node) {
	if len(n.Entries) == 0 {
		n.Range.EndColumn = n.Range.Column + 2
		return
	}
	n.Range.EndColumn = r.src.lineEnd(y.Line)
}

// key reads the name of a member; false where it is none.
func (r *reader) key(y *yaml.Node, e *Entry) bool {
	e.KeyRange = r.point(y)
	if y.Kind != yaml.ScalarNode {
		r.node(y, 0)
		r.problem(e.KeyRange, "a name is text; this is a structure or an alias")
		return false
	}
	n := &Node{Range: e.KeyRange}
	at := r.properties(y, n)
	s := r.src.scalar(y, at)
	r.spans = append(r.spans, s...)
	if len(s) > 0 {
		e.KeyRange = r.src.rangeOf(s[0].start, s[len(s)-1].end)
	}
	e.Key = y.Value
	if n.Kind == Unreadable {
		return false
	}
	if isPlain(y) {
		if message := keyMisread(y.Value); message != "" {
			r.problem(e.KeyRange, message)
			return false
		}
	}
	return true
}

func keyMisread(text string) string {
	kind, misread := plainKind(text)
	switch {
	case misread != "":
		return misread
	case kind == Null && text == "":
		return "a name is missing"
	case kind != String:
		return "other readers take this name for " + strings.ToLower(kind.String()) + "; quote it"
	}
	return ""
}
