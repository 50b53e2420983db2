package job

import "sort"

// outline lists the entries of a file in the order in which they stand there,
// parents first.
type outline []outlined

type outlined struct {
	entry *Entry
	// at is the byte at which the entry begins, indent how far it is indented: an
	// item's dash is.
	at, indent int
	// parent is the entry it is in; -1 for a field of the template.
	parent int
}

func (f *fileLines) outline(root *Node) outline {
	var o outline
	var visit func(n *Node, parent int)
	visit = func(n *Node, parent int) {
		dashes := n.Kind == List && !f.bracketed(n)
		for _, e := range n.Entries {
			at := e.KeyRange
			if n.Kind == List {
				at = e.Value.Range
			}
			indent := at.Column - 1
			if dashes {
				indent = n.Range.Column - 1
			}
			o = append(o, outlined{e, f.offset(at.Line, at.Column), indent, parent})
			visit(e.Value, len(o)-1)
		}
	}
	visit(root, -1)
	return o
}

// bracketed reports whether a list is written in brackets.
func (f *fileLines) bracketed(n *Node) bool {
	at := f.offset(n.Range.Line, n.Range.Column)
	return at < len(f.text) && f.text[at] == '['
}

// after returns the first entry that begins at a byte or after it; their number
// where there is none.
func (o outline) after(at int) int {
	return sort.Search(len(o), func(i int) bool { return o[i].at >= at })
}

// below returns the entry that a comment is below: from above on outwards the first
// that it is indented deeper than, if it ends before next begins. It is -1 where there is none, or
// the comment is not indented deeper than next.
func (o outline) below(above, next, indent int) int {
	around, follows := -1, 0
	if next < len(o) {
		around, follows = o[next].parent, o[next].indent
	}
	if indent <= follows {
		return -1
	}
	for above >= 0 && above != around && o[above].indent >= indent {
		above = o[above].parent
	}
	if above == around {
		return -1
	}
	return above
}
