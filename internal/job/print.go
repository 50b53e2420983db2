package job

import (
	"bytes"
	"strings"
)

// Print writes a template as YAML: two spaces, every scalar in the one style
// that shows what it holds, comments as they came. Read again it is the same
// template.
func Print(t *Template) []byte {
	p := &printer{block: -1, above: -1}
	if len(t.Root.Entries) == 0 {
		p.out.WriteString("{}\n")
	}
	p.entries(t.Root, 0)
	p.lines(t.Tail, 0)
	return p.out.Bytes()
}

type printer struct {
	out bytes.Buffer
	// block is the indentation of the block of text just printed, -1 where none
	// was: what follows must not be read as a part of it. keep: blank lines would be, too.
	block int
	keep  bool
	// above is the indentation of the innermost entry that a comment here may be read
	// as being at the foot of, -1 where there is none.
	above int
}

// entries prints members or items, each on lines of its own.
func (p *printer) entries(n *Node, indent int) {
	for _, e := range n.Entries {
		p.lead(e, n.Kind, indent)
		p.pad(indent)
		p.entry(e, n.Kind, indent)
		p.foot(e, indent)
	}
}

// lead prints what stands above an entry of a structure or list: its own
// comments, and, where it is an item that shares its line with its first entry,
// that one's too.
func (p *printer) lead(e *Entry, in Kind, indent int) {
	p.lines(e.Lead, indent)
	if in != List || !e.Value.nests() {
		return
	}
	if e.Trail != "" {
		p.lines([]string{strings.Repeat(" ", indent) + strings.TrimLeft(e.Trail, " \t")}, indent)
	}
	p.lead(e.Value.Entries[0], e.Value.Kind, indent)
}

// nests reports whether a value is a structure or list that has entries.
func (n *Node) nests() bool {
	return (n.Kind == List || n.Kind == Object) && len(n.Entries) > 0
}

// entry prints an entry from its name or dash on; the line is already indented.
// An item that is a structure begins on the dash's line.
func (p *printer) entry(e *Entry, in Kind, indent int) {
	p.above = indent
	if in == Object {
		p.out.WriteString(line(e.Key) + ":")
		p.value(e, indent)
		return
	}
	p.out.WriteByte('-')
	if !e.Value.nests() {
		p.value(e, indent)
		return
	}
	p.out.WriteByte(' ')
	for i, inner := range e.Value.Entries {
		if i > 0 {
			p.lead(inner, e.Value.Kind, indent+2)
			p.pad(indent + 2)
		}
		p.entry(inner, e.Value.Kind, indent+2)
		p.foot(inner, indent+2)
	}
}

// value prints what comes after a name or a dash.
func (p *printer) value(e *Entry, indent int) {
	n := e.Value
	if n.Kind == String && isBlock(n.Text) {
		p.text(n.Text, e.trail(), indent+2)
		return
	}
	if n.nests() {
		p.out.WriteString(e.trail())
		p.endLine()
		p.entries(n, indent+2)
		return
	}
	p.out.WriteByte(' ')
	p.out.WriteString(scalar(n))
	p.out.WriteString(e.trail())
	p.endLine()
}

// text prints a block of text.
func (p *printer) text(text, trail string, indent int) {
	header, lines := blockLines(text)
	p.out.WriteString(" " + header + trail)
	p.endLine()
	for _, line := range lines {
		if line != "" {
			p.pad(indent)
		}
		p.out.WriteString(line)
		p.endLine()
	}
	p.block, p.keep = indent, header == "|+"
}

func (p *printer) pad(n int) {
	for range n {
		p.out.WriteByte(' ')
	}
}

func (p *printer) endLine() {
	p.out.WriteByte('\n')
	p.block = -1
}

// lines prints the comment lines and blank lines above an entry. A comment that would
// be read as what is before it takes the entry's indentation.
func (p *printer) lines(lines []string, indent int) {
	for _, line := range lines {
		text, blanks := unindented(line)
		p.comment(line, p.above >= indent && len(blanks) > indent, indent)
		if text != "" {
			p.above = -1
		}
	}
}

// foot prints what is at the foot of an entry: indented deeper than the entry, not
// deeper than what is in it.
func (p *printer) foot(e *Entry, indent int) {
	for _, line := range e.Foot {
		text, blanks := unindented(line)
		outside := len(blanks) <= indent || p.above > indent && len(blanks) > indent+2
		inText := p.block >= 0 && len(blanks) >= p.block
		to := indent + 2
		if p.block == to {
			to--
		}
		p.comment(line, outside || inText, to)
		if text != "" {
			p.above = indent
		}
	}
}

// comment prints a comment line as it came, or indented as is told, or a blank line. A
// tab before a comment or on a blank line goes: YAML allows it in some places
// only. Blank lines that would be part of a block of text go, too.
func (p *printer) comment(line string, indented bool, indent int) {
	text, blanks := unindented(line)
	tabs := strings.Contains(blanks, "\t")
	switch {
	case text != "":
		if tabs || indented {
			line = strings.Repeat(" ", indent) + text
		}
		p.out.WriteString(line)
		p.endLine()
	case p.block < 0 && !tabs:
		p.out.WriteString(line + "\n")
	case p.block < 0 || !p.keep:
		p.out.WriteByte('\n')
	}
}

// unindented returns a line without the blanks before it, and these.
func unindented(line string) (text, blanks string) {
	text = strings.TrimLeft(line, " \t")
	return text, line[:len(line)-len(text)]
}

// trail returns the comment after a value, with a blank for a tab before it: YAML
// allows tabs there in some places only.
func (e *Entry) trail() string {
	if text, blanks := unindented(e.Trail); strings.Contains(blanks, "\t") {
		return " " + text
	}
	return e.Trail
}
