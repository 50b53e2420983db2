package secret

import (
	"regexp"
	"strings"
)

// readValue returns the extent of a pair's value, which ends at limit at the
// latest.
func (p *pair) readValue(text string, limit int) span {
	r := valueReader{text: text, sign: p.sign, closer: p.closer, limit: limit}
	if p.apart {
		r.end = atLine
	} else if p.query {
		r.end = atAmpersand
	}
	if p.quoted && p.value < len(text) {
		if m := literal.FindStringIndex(text[p.value:min(len(text), p.value+64)]); m != nil && m[1] < 64 {
			return span{p.value, p.value + m[1]}
		}
	}
	if p.sign == ':' {
		if block, ok := blockBelow(text, p, limit); ok {
			return block
		}
	}
	at := p.value
	if q, ok := quoteAt(text, at); ok && q == p.closer && isBoundary(text, at+q.size()) {
		return span{at, at} // 'token=', which is only mentioned
	}
	if p.quoted { // in JSON, a value may begin on the next line
		at = len(text) - len(strings.TrimLeft(text[at:], " \t\r\n"))
	}
	v := r.value(at)
	if r.end == atBlank && v.start == p.value && r.closer.mark == 0 {
		v.end = max(v.end, settingEnd(text, p, v.end))
	}
	if p.sign == '=' && !p.quoted {
		v.end = continued(text, v.start, v.end)
	}
	return v
}

// continued returns the end of a value whose lines end in a backslash, as in a
// file of properties.
func continued(text string, start, end int) int {
	for end > start && end < len(text) {
		switch {
		case text[end-1] == '\\' && text[end] == '\n':
			end++
		case end-start < 2 || text[end-1] != '\n' || text[end-2] != '\\':
			return end
		}
		end = lineEnd(text, end)
	}
	return end
}

// literal is a JSON value that is not a text.
var literal = regexp.MustCompile(`^(?:-?[0-9][0-9.eE+-]*|true|false|null)\b`)

var (
	// lineStart is what may stand before a setting on its line.
	lineStart = regexp.MustCompile(`^[\s#;/*>-]*(?:export\s+|set\s+)?$`)
	// nextArgument is what follows a value that is an argument of a command.
	nextArgument = regexp.MustCompile(`(?:^|\s)-{1,2}[A-Za-z]|[;&|<>]|(?:^|\s)[A-Za-z_][A-Za-z0-9_.]*=`)
)

// settingEnd returns the end of a value with blanks in it: password=two words, on
// a line of its own.
func settingEnd(text string, p *pair, end int) int {
	low := max(0, p.start-longName)
	start := low + strings.LastIndexAny(text[low:p.start], "\r\n") + 1
	if start == low && low > 0 || !lineStart.MatchString(text[start:p.start]) {
		return end
	}
	rest := text[end:lineEnd(text, end)]
	if strings.TrimSpace(rest) == "" || nextArgument.MatchString(rest) {
		return end
	}
	return end + len(strings.TrimRight(rest, " \t"))
}

// longestBlockStart is how far after a name a block is looked for.
const longestBlockStart = 512

// blockStart is what stands after the colon of a name whose value is on the
// lines below.
var blockStart = regexp.MustCompile(`^[ \t]*(?:[|>][0-9+-]{0,2})?[ \t]*(?:#[^\r\n]*)?(\r?\n)`)

// blockBelow returns the lines below a name that belong to it: in YAML, those that
// are further in.
func blockBelow(text string, p *pair, limit int) (span, bool) {
	m := blockStart.FindStringIndex(text[p.value:min(len(text), p.value+longestBlockStart)])
	if m == nil {
		return span{}, false
	}
	start := p.value + m[1]
	low := max(0, p.start-longName)
	line := low + strings.LastIndexAny(text[low:p.start], "\r\n") + 1
	indent := len(text[line:p.start]) - len(strings.TrimLeft(text[line:p.start], " -"))
	end := start
	for at := start; at < min(limit, len(text)); {
		stop := lineEnd(text, at)
		row := text[at:stop]
		inner := strings.TrimLeft(row, " ")
		if depth := len(row) - len(inner); strings.TrimSpace(row) != "" {
			if depth < indent || depth == indent && !strings.HasPrefix(inner, "- ") {
				break
			}
			end = stop
		}
		at = stop + 1
	}
	if end == start {
		return span{}, false
	}
	start += len(text[start:end]) - len(strings.TrimLeft(text[start:end], " \t\r\n-"))
	return span{start, max(start, end)}, true
}
