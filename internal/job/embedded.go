package job

import "strings"

// readInner reads the JSON value that the text of a value is, as readJSON does,
// with ranges: where these are not known, those of the value.
func readInner(n *Node) (*Node, error) {
	r := &jsonReader{text: []byte(n.Text)}
	if s := n.spelling; s != nil {
		if r.offsets = s.offsets(n.Text); r.offsets != nil {
			r.src = s.src
		}
	}
	inner, err := r.readWhole()
	switch {
	case err != nil:
		return nil, err
	case r.src == nil:
		setRange(inner, n.Range)
	default:
		firstLines(inner, r.src)
	}
	return inner, nil
}

// begin gives a range that begins at an offset. Places are asked for in order,
// as [source] wants it: the end when it is reached.
func (r *jsonReader) begin(at int) (g Range) {
	if r.src != nil {
		g.Line, g.Column = r.src.position(r.place(at))
	}
	return g
}

// end ends a range behind the token that was read last.
func (r *jsonReader) end(g *Range) {
	if r.src != nil {
		g.EndLine, g.EndColumn = r.src.position(r.place(int(r.dec.InputOffset())))
	}
}

// place gives where in src an offset of the text is.
func (r *jsonReader) place(at int) int {
	if r.offsets != nil {
		return r.offsets[at]
	}
	return at
}

// spelling says how the text of the string that begins at start stands; nil where
// it is no JSON text in a file.
func (r *jsonReader) spelling(text string, start int) *spelling {
	if r.src == nil || r.offsets != nil || !mayBeJSON(text) {
		return nil
	}
	return &spelling{r.src, span{start + 1, int(r.dec.InputOffset()) - 1}, '"'}
}

// mayBeJSON says whether a text begins as a list or a structure does.
func mayBeJSON(text string) bool {
	text = strings.TrimLeft(text, " \t\r\n")
	return text != "" && (text[0] == '[' || text[0] == '{')
}
