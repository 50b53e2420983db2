package job

import "gopkg.in/yaml.v3"

// properties refuses the anchor and the tag of a node and returns the offset of
// what follows them.
func (r *yamlReader) properties(y *yaml.Node, n *Node) int {
	at := r.file.offset(y.Line, y.Column)
	tagged := y.Style&yaml.TaggedStyle != 0
	if y.Anchor == "" && !tagged {
		return at
	}
	if tagged {
		r.problem(n.Range, "tags are not supported; write the value without the tag")
		n.Kind = Unreadable
	} else {
		r.problem(n.Range, "anchors are not supported; write the value without the anchor")
	}
	for at < len(r.file.text) && (r.file.text[at] == '&' || r.file.text[at] == '!') {
		word := r.file.wordAt(at)
		r.scalars = append(r.scalars, word)
		at = r.file.skipBlank(word.end)
	}
	return at
}

func (r *yamlReader) scalar(y *yaml.Node, n *Node, at int) {
	s := r.file.scalar(y, at)
	r.scalars = append(r.scalars, s...)
	if len(s) > 0 {
		n.Range = r.file.rangeOf(s[0].start, s[len(s)-1].end)
	}
	n.Kind, n.Text = String, y.Value
	if len(s) > 0 && mayBeJSON(y.Value) {
		n.spelling = r.spelling(y, s[len(s)-1])
	}
	if !isPlain(y) {
		return
	}
	switch kind, misread := plainKind(y.Value); {
	case misread != "":
		r.misread[n] = len(r.problems)
		r.problem(n.Range, misread)
		n.Kind, n.Text = Unreadable, ""
	case kind == Null:
		n.Kind, n.Text = Null, ""
	default:
		n.Kind = kind
	}
}

// spelling returns how a scalar stands that takes the given stretch.
func (r *yamlReader) spelling(y *yaml.Node, at span) *spelling {
	switch y.Style &^ yaml.TaggedStyle {
	case yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle:
		return &spelling{r.file, span{at.start + 1, at.end - 1}, r.file.text[at.start]}
	}
	return &spelling{r.file, at, 0}
}

// isPlain reports whether a scalar stands without quotes and indicators.
func isPlain(y *yaml.Node) bool {
	return y.Style&^yaml.TaggedStyle == 0
}
