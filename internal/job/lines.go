package job

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"
)

// fileLines is a file's text with its lines. Line breaks are "\n".
type fileLines struct {
	text  []byte
	lines []int // the offset at which each line begins
	// last caches the most recent place: places are asked for in order, and lines
	// may be very long.
	last place
	// lastLineEnd caches the most recent result of lineEnd.
	lastLineEnd struct{ line, column int }
}

// Lines returns the lines of a file, as positions count them: without a byte order mark,
// and whatever ends them.
func Lines(text []byte) []string { return strings.Split(string(plainLines(text)), "\n") }

// plainLines returns a file's text with "\n" at the end of each line.
func plainLines(text []byte) []byte {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if bytes.IndexByte(text, '\r') < 0 {
		return text
	}
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	return bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
}

type place struct{ at, line, column int }

// span is a stretch of a file, in bytes.
type span struct{ start, end int }

func newFileLines(text []byte) *fileLines {
	s := &fileLines{text: text, lines: []int{0}}
	for i, c := range text {
		if c == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// line returns the stretch of line i, from 0, without its line break.
func (f *fileLines) line(i int) span {
	if i+1 < len(f.lines) {
		return span{f.lines[i], f.lines[i+1] - 1}
	}
	return span{f.lines[i], len(f.text)}
}

// offset returns the byte at a position; the end of the file where there is none.
func (f *fileLines) offset(line, column int) int {
	if line < 1 || line > len(f.lines) {
		return len(f.text)
	}
	from := place{f.lines[line-1], line, 1}
	if f.last.line == line && f.last.column <= column {
		from = f.last
	}
	for ; from.column < column && from.at < len(f.text); from.column++ {
		_, size := utf8.DecodeRune(f.text[from.at:])
		from.at += size
	}
	f.last = from
	return from.at
}

// position returns line and column, from 1, of a byte.
func (f *fileLines) position(at int) (line, column int) {
	line = sort.SearchInts(f.lines, at+1)
	from := place{f.lines[line-1], line, 1}
	if f.last.line == line && f.last.at <= at {
		from = f.last
	}
	column = from.column + utf8.RuneCount(f.text[from.at:at])
	f.last = place{at, line, column}
	return line, column
}

func (f *fileLines) rangeOf(start, end int) Range {
	var r Range
	r.Line, r.Column = f.position(start)
	r.EndLine, r.EndColumn = f.position(end)
	return r
}

// lineEnd returns the column after the last character of a line, blanks and
// comments left out as far as a blank and # tell.
func (f *fileLines) lineEnd(line int) int {
	if line < 1 || line > len(f.lines) {
		return 1
	}
	if f.lastLineEnd.line != line {
		l := f.line(line - 1)
		text, _, _ := bytes.Cut(f.text[l.start:l.end], []byte(" #"))
		f.lastLineEnd.line, f.lastLineEnd.column = line, utf8.RuneCount(bytes.TrimRight(text, " \t"))+1
	}
	return f.lastLineEnd.column
}

// firstLines cuts the ranges of structures down to their first line.
func (f *fileLines) firstLines(n *Node) {
	if n.Kind >= List && n.Range.EndLine > n.Range.Line {
		n.Range.EndLine = n.Range.Line
		n.Range.EndColumn = f.lineEnd(n.Range.Line)
	}
	for _, e := range n.Entries {
		f.firstLines(e.Value)
	}
}
