package job

import "strings"

// readNormal reads a file as [Print] writes it, and as people who write the usual
// YAML do: a line is blank, a comment, a name with or without its value, or a
// dash before one of these. It takes a file whole or not at all, and makes what
// [readYAML] makes of it; whatever it does not know for certain is for the YAML
// parser, and so is each message about a mistake.
//
// It goes by the indentation alone. That is safe: a text without quotes goes on
// only in a line that is indented deeper than what it belongs to, and such a line is
// none that is taken here.
func readNormal(file *fileLines) (root *Node, remarks []remark, taken bool) {
	r := &normalReader{file: file, text: string(file.text)}
	for r.next < len(file.lines) && file.lines[r.next] < len(r.text) {
		if !r.line() {
			return nil, nil, false
		}
	}
	if len(r.open) == 0 || !strings.HasSuffix(r.text, "\n") {
		return nil, nil, false
	}
	r.leaveEmpty()
	return r.open[0].node, r.remarks, true
}

type normalReader struct {
	file *fileLines
	// text is the file's; all texts of nodes are pieces of it.
	text string
	// next is the line to be read, from 0.
	next int
	// open are the structures that the line before is in, outermost first.
	open []openLevel
	// waiting is the entry of the line before, where its value is in the lines that
	// follow; what is in it is indented deeper, or begins with dashes.
	waiting *Entry
	remarks []remark
	slab    []entryAndNode
}

// openLevel is a structure whose entries may go on in the next line.
type openLevel struct {
	node   *Node
	indent int
	names  names
}

// entryAndNode are allocated as one: most entries have one node.
type entryAndNode struct {
	entry Entry
	node  Node
}

// newEntry returns an entry with an empty value.
func (r *normalReader) newEntry() *Entry {
	if len(r.slab) == 0 {
		r.slab = make([]entryAndNode, min(64, 1+len(r.file.lines)-r.next))
	}
	both := &r.slab[0]
	r.slab = r.slab[1:]
	both.entry.Value = &both.node
	return &both.entry
}

// line reads one line, and those of a block of text that begins in it.
func (r *normalReader) line() bool {
	l := r.textLine(r.next)
	r.next++
	indent := l.indent()
	switch {
	case indent == len(l.text):
		r.remarks = append(r.remarks, remark{l.start, l.text, true})
		return true
	case l.text[indent] == '#':
		r.remarks = append(r.remarks, remark{l.start + indent, l.text, true})
		return isComment(l.text[indent:])
	}
	return r.enter(l, indent) && r.entry(l, indent)
}

// enter makes the innermost open structure the one that has the entry which begins
// at an indentation; false where there is none.
func (r *normalReader) enter(l textLine, indent int) bool {
	item := isItem(l.text[indent:])
	above := r.innermost()
	switch {
	case above == nil:
		return indent == 0 && r.begin(l, indent)
	case r.waiting != nil && indent > above.indent,
		r.waiting != nil && indent == above.indent && item && above.node.Kind == Object:
		return r.begin(l, indent)
	}
	r.leaveEmpty()
	for ; above != nil; above = r.innermost() {
		if above.indent == indent && item == (above.node.Kind == List) {
			return true
		}
		r.open = r.open[:len(r.open)-1]
	}
	return false
}

func (r *normalReader) innermost() *openLevel {
	if len(r.open) == 0 {
		return nil
	}
	return &r.open[len(r.open)-1]
}

// begin opens the structure whose first entry begins at an offset of a line: the
// file's own or the waiting entry's.
func (r *normalReader) begin(l textLine, at int) bool {
	n := &Node{}
	if r.waiting != nil {
		n, r.waiting = r.waiting.Value, nil
	}
	n.Kind = Object
	if isItem(l.text[at:]) {
		n.Kind = List
	}
	n.Range = l.stretch(at, at)
	n.Range.EndColumn = r.file.lineEnd(l.number)
	r.open = append(r.open, openLevel{node: n, indent: at})
	return len(r.open) <= MaxDepth && (n.Kind == Object || len(r.open) > 1)
}

// leaveEmpty leaves the waiting entry without a value.
func (r *normalReader) leaveEmpty() {
	if r.waiting != nil {
		r.waiting.Value.Range = r.waiting.KeyRange
		r.waiting = nil
	}
}

// entry reads the entry that begins at an offset of a line, and what it begins
// with.
func (r *normalReader) entry(l textLine, at int) bool {
	in := r.innermost()
	e := r.newEntry()
	if in.node.Kind == Object {
		after, ok := r.name(l, at, e)
		if !ok || !in.names.add(e.Key, in.node) {
			return false
		}
		in.node.Entries = append(in.node.Entries, e)
		return r.afterName(l, after, e, in.indent)
	}
	if !isItem(l.text[at:]) {
		return false
	}
	in.node.Entries = append(in.node.Entries, e)
	at += len(l.text[at:]) - len(strings.TrimLeft(l.text[at+1:], " "))
	if !isItem(l.text[at:]) && nameEnd(l.text[at:]) == 0 {
		return r.value(l, at, e, in.indent)
	}
	r.waiting = e
	return r.begin(l, at) && r.entry(l, at)
}

// isItem reports whether an item of a list begins here.
func isItem(text string) bool { return strings.HasPrefix(text, "- ") }

// names are those of a structure's members.
type names map[string]bool

// add notes the name of a structure's next member; false where it has one of that
// name.
func (seen *names) add(name string, in *Node) bool {
	if len(in.Entries) < few {
		return in.Member(name) == nil
	}
	if *seen == nil {
		*seen = names{}
		for _, e := range in.Entries {
			(*seen)[e.Key] = true
		}
	}
	before := (*seen)[name]
	(*seen)[name] = true
	return !before
}
