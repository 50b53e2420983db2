package job

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"
)

// word returns the stretch up to the next blank or flow indicator.
func (f *fileLines) word(line, column int) span { return f.wordAt(f.offset(line, column)) }

func (f *fileLines) wordAt(at int) span {
	n := bytes.IndexAny(f.text[at:], " \t\n,[]{}")
	if n < 0 {
		n = len(f.text) - at
	}
	return span{at, at + n}
}

func (f *fileLines) skipBlank(at int) int {
	for at < len(f.text) && strings.IndexByte(" \t\n", f.text[at]) >= 0 {
		at++
	}
	return at
}

// scalar returns the stretches of text that a scalar takes which begins at an
// offset: one, or for a block its indicator and its lines. The parser says only where it begins.
func (f *fileLines) scalar(y *yaml.Node, at int) []span {
	switch y.Style &^ yaml.TaggedStyle {
	case yaml.DoubleQuotedStyle:
		return []span{{at, f.closing(at, '"')}}
	case yaml.SingleQuotedStyle:
		return []span{{at, f.closing(at, '\'')}}
	case yaml.LiteralStyle, yaml.FoldedStyle:
		return f.block(y, at)
	}
	if y.Value == "" {
		return nil
	}
	return []span{{at, f.match(at, y.Value)}}
}

// closing returns the offset after the quote that closes the one at an offset.
func (f *fileLines) closing(at int, quote byte) int {
	if n := quotedEnd(f.text[at:], quote); n > 0 {
		return at + n
	}
	return len(f.text)
}

// match returns the offset after the last character of a plain or block scalar:
// its text has the value's visible characters in the same order, folding only
// changes what is between them.
func (f *fileLines) match(at int, value string) int {
	end := at
	for _, c := range []byte(value) {
		if strings.IndexByte(" \t\n", c) >= 0 {
			continue
		}
		at = f.skipBlank(at)
		if at == len(f.text) || f.text[at] != c {
			return end
		}
		at++
		end = at
	}
	return end
}

// block returns a block scalar's indicator and its lines. With "+" the blank lines
// after it are its own.
func (f *fileLines) block(y *yaml.Node, at int) []span {
	header := f.wordAt(at)
	line, _ := f.position(at)
	if line >= len(f.lines) {
		return []span{header}
	}
	start := f.lines[line]
	end := f.match(start, y.Value)
	if end == start {
		end = start - 1
	}
	if bytes.IndexByte(f.text[header.start:header.end], '+') >= 0 {
		for end < len(f.text) {
			l, _ := f.position(end)
			if l >= len(f.lines) {
				break
			}
			next := f.line(l)
			if next.start == len(f.text) || len(bytes.TrimLeft(f.text[next.start:next.end], " ")) > 0 {
				break
			}
			end = next.end
		}
	}
	if end <= start {
		return []span{header}
	}
	return []span{header, {start, end}}
}
