package job

import (
	"bytes"
	"strings"
)

// Print writes a template as YAML: two spaces, every scalar in the one style
// that shows what it holds, comments as they came. Read again it is the same
// template.
func Print(t *Template) []byte {
	p := &printer{block: -1}
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
}

// entries prints members or items, each on lines of its own.
func (p *printer) entries(n *Node, indent int) {
	for _, e := range n.Entries {
		p.lead(e, n.Kind, indent)
		p.pad(indent)
		p.entry(e, n.Kind, indent)
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
	p.lead(e.Value.Entries[0], e.Value.Kind, indent+2)
}

// nests reports whether a value is a structure or list that has entries.
func (n *Node) nests() bool {
	return (n.Kind == List || n.Kind == Object) && len(n.Entries) > 0
}

// entry prints an entry from its name or dash on; the line is already indented.
// An item that is a structure begins on the dash's line.
func (p *printer) entry(e *Entry, in Kind, indent int) {
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
	}
}

// value prints what stands behind a name or a dash.
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

// lines prints comment lines and blank lines. A tab before a comment or on a blank
// line goes: YAML allows it in some places only. Behind a block of text they keep
// clear of it: a comment that would be read as text moves to the entry's
// indentation, and blank lines that would be text go.
func (p *printer) lines(lines []string, indent int) {
	for _, line := range lines {
		text := strings.TrimLeft(line, " \t")
		blanks := line[:len(line)-len(text)]
		switch {
		case text == "" && p.block >= 0 && p.keep:
			continue
		case text == "" && (p.block >= 0 || strings.Contains(blanks, "\t")):
			line = ""
		case text != "" && (p.block >= 0 && len(blanks) >= p.block || strings.Contains(blanks, "\t")):
			line = strings.Repeat(" ", indent) + text
		}
		p.out.WriteString(line + "\n")
		if text != "" {
			p.block = -1
		}
	}
}

// trail returns the comment behind a value, with a blank for a tab before it: YAML
// allows tabs there in some places only.
func (e *Entry) trail() string {
	text := strings.TrimLeft(e.Trail, " \t")
	if blanks := e.Trail[:len(e.Trail)-len(text)]; strings.Contains(blanks, "\t") {
		return " " + text
	}
	return e.Trail
}
