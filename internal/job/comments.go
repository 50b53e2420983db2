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
// belong to: what stands after a value at that value's entry, a line of its own at
// the entry that follows, and what follows the last entry at the tail. A comment that
// is indented deeper than what follows is at the foot of what it is below.
func attachComments(t *Template, file *fileLines, remarks []remark) {
	if len(remarks) == 0 {
		return
	}
	outline := file.outline(t.Root)
	here := gap{above: -1}
	for _, m := range remarks {
		next := outline.after(m.at)
		if next != here.next {
			here.end(t, outline)
			here = gap{next: next, above: next - 1}
		}
		switch {
		case !m.own && next > 0:
			outline[next-1].entry.Trail += m.text
		case strings.TrimSpace(m.text) == "":
			here.blank = append(here.blank, m.text)
		default:
			here.comment(outline, m.text)
		}
	}
	here.end(t, outline)
}

// gap is what stands between two entries of a file.
type gap struct {
	// next is the entry that follows, above the innermost one that a comment may
	// still be below; -1 where all that comes belongs to what follows.
	next, above int
	// blank holds the blank lines that belong to whatever follows them.
	blank, lead []string
}

// comment puts a comment at the foot of what it is below, or above what follows.
func (g *gap) comment(o outline, text string) {
	indent := len(text) - len(strings.TrimLeft(text, " \t"))
	if g.above = o.below(g.above, g.next, indent); g.above >= 0 {
		e := o[g.above].entry
		e.Foot = append(append(e.Foot, g.blank...), text)
	} else {
		g.lead = append(append(g.lead, g.blank...), text)
	}
	g.blank = nil
}

// end puts what belongs to the entry that follows there.
func (g *gap) end(t *Template, o outline) {
	lines := append(g.lead, g.blank...)
	if g.next < len(o) {
		o[g.next].entry.Lead = append(o[g.next].entry.Lead, lines...)
	} else {
		t.Tail = append(t.Tail, lines...)
	}
}

// remarks finds the comments and blank lines of a file; in scalars, stretches of
// its text, there are none.
func (f *fileLines) remarks(scalars []span) []remark {
	var found []remark
	spans := scalars
	sort.Slice(spans, func(i, j int) bool { return spans[i].start < spans[j].start })
	text := f.text
	for i := range f.lines {
		l := f.line(i)
		if l.start == len(text) {
			break // the line after the last line break
		}
		for len(spans) > 0 && spans[0].end < l.start {
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

// comment returns a comment, which has its line for itself or is after a value.
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
