package job

import (
	"fmt"

	"gopkg.in/yaml.v3"
)

// yamlReader turns nodes of the YAML parser into ours, and notes where their
// scalars stand.
type yamlReader struct {
	file     *fileLines
	problems []Problem
	// scalars are the stretches of text that are scalars.
	scalars []span
	// misread are the values without quotes that other readers read as something else,
	// with the index of their problem.
	misread map[*Node]int
	// aliases counts these, alias is where the first one is.
	aliases int
	alias   Range
}

// maxAliases is how many aliases are told one by one: a file with more is no
// template, and may be made to keep its reader busy.
const maxAliases = 10

// readYAML reads a file's one document; nil where nothing of it can be used.
func readYAML(file *fileLines) (root *Node, scalars []span, problems []Problem) {
	document, problem := decodeYAML(file)
	switch {
	case problem != nil:
		return nil, nil, []Problem{*problem}
	case document == nil:
		return nil, nil, []Problem{noFields}
	}
	r := &yamlReader{file: file, misread: map[*Node]int{}}
	root = r.node(document, 0)
	if len(r.misread) > 0 {
		adviseByField(r.problems, r.misread, root, rootType())
	}
	if r.aliases > maxAliases {
		message := fmt.Sprintf("aliases are not supported, and %d more follow; write out the values", r.aliases-1)
		return nil, nil, []Problem{{r.alias, message}}
	}
	return root, r.scalars, r.problems
}

func (r *yamlReader) problem(at Range, message string) {
	r.problems = append(r.problems, Problem{at, message})
}

// node turns a node of the YAML parser into one of ours. What it means is
// decided here, by JSON's grammar; the parser's own guess is not used.
func (r *yamlReader) node(y *yaml.Node, depth int) *Node {
	if depth > MaxDepth {
		r.problem(r.point(y), tooDeep)
		return &Node{Kind: Unreadable, Range: r.point(y)}
	}
	n := &Node{Range: r.point(y)}
	if y.Kind == yaml.AliasNode {
		r.scalars = append(r.scalars, r.file.word(y.Line, y.Column))
		r.problem(n.Range, "aliases are not supported; write out the value")
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
func (r *yamlReader) point(y *yaml.Node) Range {
	return Range{y.Line, y.Column, y.Line, y.Column + 1}
}

func (r *yamlReader) list(y *yaml.Node, n *Node, depth int) {
	n.Kind = List
	for _, item := range y.Content {
		n.Entries = append(n.Entries, &Entry{Value: r.node(item, depth+1)})
	}
	r.firstLine(y, n)
}

func (r *yamlReader) object(y *yaml.Node, n *Node, depth int) {
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
			r.problem(e.KeyRange, duplicateName)
			continue
		}
		seen[e.Key] = true
		n.Entries = append(n.Entries, e)
	}
	r.firstLine(y, n)
}

// firstLine makes the range of a structure its first line.
func (r *yamlReader) firstLine(y *yaml.Node, n *Node) {
	if len(n.Entries) == 0 {
		n.Range.EndColumn = n.Range.Column + 2
		return
	}
	n.Range.EndColumn = r.file.lineEnd(y.Line)
}

// key reads the name of a member; false where it is none.
func (r *yamlReader) key(y *yaml.Node, e *Entry) bool {
	e.KeyRange = r.point(y)
	if y.Kind != yaml.ScalarNode {
		r.node(y, 0)
		r.problem(e.KeyRange, "a field name must be text; this is a structure or an alias")
		return false
	}
	n := &Node{Range: e.KeyRange}
	at := r.properties(y, n)
	s := r.file.scalar(y, at)
	r.scalars = append(r.scalars, s...)
	if len(s) > 0 {
		e.KeyRange = r.file.rangeOf(s[0].start, s[len(s)-1].end)
	}
	e.Key = y.Value
	if n.Kind == Unreadable {
		return false
	}
	if isLongName(e.Key) {
		r.problem(e.KeyRange, "the name is "+longName)
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
