package job

import "strings"

// block reads a text of several lines, whose sign (| |- |+) is at an offset of a
// line; indent is that of the structure it is in.
func (r *normalReader) block(l textLine, at int, n *Node, indent int) bool {
	sign := "|"
	if rest := l.text[at+1:]; rest != "" && (rest[0] == '-' || rest[0] == '+') {
		sign = l.text[at : at+2]
	}
	if !r.trail(l, at+len(sign)) {
		return false
	}
	lines, begin, ok := r.blockLines(indent)
	if !ok {
		return false
	}
	kept := len(lines)
	for lines[kept-1] == "" {
		kept--
	}
	n.Kind, n.Text = String, strings.Join(lines[:kept], "\n")
	switch sign {
	case "|":
		n.Text += "\n"
	case "|+":
		n.Text += strings.Repeat("\n", 1+len(lines)-kept)
		kept = len(lines)
	}
	r.next += kept
	last := r.textLine(r.next - 1)
	end := len(last.text)
	if strings.TrimLeft(last.text, " ") != "" {
		end = len(strings.TrimRight(last.text, " "))
	}
	n.Range = l.stretch(at, at+1)
	n.Range.EndLine, n.Range.EndColumn = last.number, 1
	if end > 0 {
		n.Range.EndColumn = last.stretch(0, end).EndColumn
	}
	if mayBeJSON(n.Text) {
		n.spelling = &spelling{r.file, span{begin, last.start + end}, 0}
	}
	return true
}

// blockLines returns the lines of the text that begins in the next one, without
// their indentation, blank ones at the end among them, and where it begins.
func (r *normalReader) blockLines(indent int) (lines []string, begin int, taken bool) {
	depth := 0
	for i := r.next; i < len(r.file.lines) && r.file.lines[i] < len(r.text); i++ {
		l := r.textLine(i)
		blanks := l.indent()
		blank := blanks == len(l.text)
		switch {
		case i == r.next:
			if depth, begin = blanks, l.start; blank || depth <= indent {
				return nil, 0, false
			}
		case blank && blanks > depth:
			return nil, 0, false
		case blank:
			lines = append(lines, "")
			continue
		case blanks < depth:
			return lines, begin, len(lines) > 0
		}
		if !isVisible(l.text) {
			return nil, 0, false
		}
		lines = append(lines, l.text[depth:])
	}
	return lines, begin, len(lines) > 0
}
