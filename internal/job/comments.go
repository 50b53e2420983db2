package job

import (
	"bytes"
	"sort"
	"strings"
)

// remark is a comment or a blank line in a file.
type remark struct {
	at   int
	text string
	// own: it has its line for itself.
	own bool
}

// attachComments puts the comments and blank lines of a file at the entries they
// belong to: a line of its own at the entry that follows, what stands behind a
// value at that value's entry, and what follows the last entry at the tail.
// scalars are the stretches of text in which there are no comments.
func attachComments(t *Template, file *fileLines, scalars []span) {
	starts, entries := file.flatten(t.Root)
	for _, m := range file.remarks(scalars) {
		next := sort.SearchInts(starts, m.at)
		switch {
		case !m.own && next > 0:
			last := entries[next-1]
			last.Trail += m.text
		case next < len(entries):
			entries[next].Lead = append(entries[next].Lead, m.text)
		default:
			t.Tail = append(t.Tail, m.text)
		}
	}
}

// flatten lists the entries below n with the offsets at which they begin, in
// order, parents first.
func (f *fileLines) flatten(n *Node) (starts []int, entries []*Entry) {
	var visit func(n *Node)
	visit = func(n *Node) {
		for _, e := range n.Entries {
			at := e.KeyRange
			if n.Kind == List {
				at = e.Value.Range
			}
			starts = append(starts, f.offset(at.Line, at.Column))
			entries = append(entries, e)
			visit(e.Value)
		}
	}
	visit(n)
	return starts, entries
}

// remarks finds the comments and blank lines outside of scalars.
func (f *fileLines) remarks(scalars []span) []remark {
	var found []remark
	spans := scalars
	sort.Slice(spans, func(i, j int) bool { return spans[i].start < spans[j].start })
	text := f.text
	for i := range f.lines {
		l := f.line(i)
		if l.start == len(text) {
			break // the line behind the last line break
		}
		for len(spans) > 0 && spans[0].end <= l.start {
			spans = spans[1:]
		}
		if len(spans) > 0 && spans[0].start < l.start && spans[0].end >= l.end {
			continue // inside a scalar of several lines
		}
		if len(spans) > 0 && spans[0].start == l.start && spans[0].end >= l.end && spans[0].end > l.start {
			continue // a line of a block, or a scalar that fills its line
		}
		if m, ok := f.remarkIn(l, spans); ok {
			found = append(found, m)
		}
	}
	return found
}

// remarkIn returns the comment in a line, or the line where it is blank.
func (f *fileLines) remarkIn(l span, spans []span) (remark, bool) {
	text := f.text
	line := text[l.start:l.end]
	if len(bytes.TrimSpace(line)) == 0 {
		return remark{l.start, string(line), true}, true
	}
	for at := l.start; at < l.end; at++ {
		for len(spans) > 0 && spans[0].end <= at {
			spans = spans[1:]
		}
		if len(spans) > 0 && spans[0].start <= at {
			at = spans[0].end - 1
			continue
		}
		if text[at] == '#' && (at == l.start || text[at-1] == ' ' || text[at-1] == '\t') {
			return comment(l, line, at), true
		}
	}
	return remark{}, false
}

// comment returns a comment, which has its line for itself or is behind a value.
// Behind a lone dash or a document's mark it is the next entry's too.
func comment(l span, line []byte, at int) remark {
	before := string(line[:at-l.start])
	switch {
	case strings.Trim(before, " \t") == "":
		return remark{at, string(line), true}
	case strings.Trim(before, " \t-?") == "":
		return remark{at, string(line[at-l.start:]), true}
	}
	kept := len(strings.TrimRight(before, " \t"))
	return remark{at, string(line[kept:]), false}
}
