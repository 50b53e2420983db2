package job

import (
	"bytes"
	"sort"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// source is a file's text with its lines. Line breaks are "\n".
type source struct {
	text  []byte
	lines []int // the offset at which each line begins
	// last is the place that was asked for last: places are asked for in order,
	// and lines may be very long.
	last place
	// ended is the line whose end was asked for last, and that end.
	ended struct{ line, column int }
}

type place struct{ at, line, column int }

// span is a stretch of a source, in bytes.
type span struct{ start, end int }

func newSource(text []byte) *source {
	s := &source{text: text, lines: []int{0}}
	for i, c := range text {
		if c == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	return s
}

// line gives the stretch of line i, from 0, without its line break.
func (s *source) line(i int) span {
	if i+1 < len(s.lines) {
		return span{s.lines[i], s.lines[i+1] - 1}
	}
	return span{s.lines[i], len(s.text)}
}

// offset gives the byte at a position; the end where there is no such.
func (s *source) offset(line, column int) int {
	if line < 1 || line > len(s.lines) {
		return len(s.text)
	}
	from := place{s.lines[line-1], line, 1}
	if s.last.line == line && s.last.column <= column {
		from = s.last
	}
	for ; from.column < column && from.at < len(s.text); from.column++ {
		_, size := utf8.DecodeRune(s.text[from.at:])
		from.at += size
	}
	s.last = from
	return from.at
}

// position gives line and column, from 1, of a byte.
func (s *source) position(at int) (line, column int) {
	line = sort.SearchInts(s.lines, at+1)
	from := place{s.lines[line-1], line, 1}
	if s.last.line == line && s.last.at <= at {
		from = s.last
	}
	column = from.column + utf8.RuneCount(s.text[from.at:at])
	s.last = place{at, line, column}
	return line, column
}

func (s *source) rangeOf(start, end int) Range {
	var r Range
	r.Line, r.Column = s.position(start)
	r.EndLine, r.EndColumn = s.position(end)
	return r
}

// lineEnd gives the column behind the last character of a line, blanks and
// comments left out as far as a blank and # tell.
func (s *source) lineEnd(line int) int {
	if line < 1 || line > len(s.lines) {
		return 1
	}
	if s.ended.line != line {
		l := s.line(line - 1)
		text, _, _ := bytes.Cut(s.text[l.start:l.end], []byte(" #"))
		s.ended.line, s.ended.column = line, utf8.RuneCount(bytes.TrimRight(text, " \t"))+1
	}
	return s.ended.column
}

// word gives the stretch up to the next blank or flow indicator.
func (s *source) word(line, column int) span { return s.wordAt(s.offset(line, column)) }

func (s *source) wordAt(at int) span {
	n := bytes.IndexAny(s.text[at:], " \t\n,[]{}")
	if n < 0 {
		n = len(s.text) - at
	}
	return span{at, at + n}
}

func (s *source) skipBlank(at int) int {
	for at < len(s.text) && strings.IndexByte(" \t\n", s.text[at]) >= 0 {
		at++
	}
	return at
}

// scalar gives the stretches of text that a scalar beginning at takes: one, or
// for a block its indicator and its lines. The parser says only where it begins.
func (s *source) scalar(y *yaml.Node, at int) []span {
	switch y.Style &^ yaml.TaggedStyle {
	case yaml.DoubleQuotedStyle:
		return []span{{at, s.closing(at, '"')}}
	case yaml.SingleQuotedStyle:
		return []span{{at, s.closing(at, '\'')}}
	case yaml.LiteralStyle, yaml.FoldedStyle:
		return s.block(y, at)
	}
	if y.Value == "" {
		return nil
	}
	return []span{{at, s.match(at, y.Value)}}
}

// spelling says how a scalar stands that takes the given stretch.
func (s *source) spelling(y *yaml.Node, at span) *spelling {
	switch y.Style &^ yaml.TaggedStyle {
	case yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle:
		return &spelling{s, span{at.start + 1, at.end - 1}, s.text[at.start]}
	}
	return &spelling{s, at, 0}
}

// closing gives the offset behind the quote that closes the one at.
func (s *source) closing(at int, quote byte) int {
	for i := at + 1; i < len(s.text); i++ {
		switch {
		case quote == '"' && s.text[i] == '\\':
			i++
		case s.text[i] != quote:
		case quote == '\'' && i+1 < len(s.text) && s.text[i+1] == quote:
			i++
		default:
			return i + 1
		}
	}
	return len(s.text)
}

// match gives the offset behind the last character of a plain or block scalar:
// its text has the value's visible characters in the same order, folding only
// changes what is between them.
func (s *source) match(at int, value string) int {
	end := at
	for _, c := range []byte(value) {
		if strings.IndexByte(" \t\n", c) >= 0 {
			continue
		}
		at = s.skipBlank(at)
		if at == len(s.text) || s.text[at] != c {
			return end
		}
		at++
		end = at
	}
	return end
}

// block gives a block scalar's indicator and its lines. With "+" the blank lines
// behind it are its own.
func (s *source) block(y *yaml.Node, at int) []span {
	header := s.wordAt(at)
	line, _ := s.position(at)
	if line >= len(s.lines) {
		return []span{header}
	}
	start := s.lines[line]
	end := s.match(start, y.Value)
	if end == start {
		end = start - 1
	}
	if bytes.IndexByte(s.text[header.start:header.end], '+') >= 0 {
		for end < len(s.text) {
			l, _ := s.position(end)
			if l >= len(s.lines) {
				break
			}
			next := s.line(l)
			if len(bytes.TrimLeft(s.text[next.start:next.end], " ")) > 0 {
				break
			}
			end = next.end
			if next.end == len(s.text) {
				break
			}
		}
	}
	if end <= start {
		return []span{header}
	}
	return []span{header, {start, end}}
}
