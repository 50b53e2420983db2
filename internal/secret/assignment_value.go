package secret

import (
	"regexp"
	"strings"
)

// read gives the extent of a pair's value.
func (s *assigner) read(p *pairing, limit int) span {
	r := reading{text: s.text, sign: p.sign, closer: p.closer, limit: limit}
	if p.apart {
		r.end = byLine
	} else if p.query {
		r.end = byAmpersand
	}
	if p.quoted && p.value < len(s.text) {
		if m := literal.FindStringIndex(s.text[p.value:min(len(s.text), p.value+64)]); m != nil && m[1] < 64 {
			return span{p.value, p.value + m[1]}
		}
	}
	if p.sign == ':' {
		if block, ok := blockBelow(s.text, p, limit); ok {
			return block
		}
	}
	at := p.value
	if q, ok := quoteAt(s.text, at); ok && q == p.closer && isBoundary(s.text, at+q.size()) {
		return span{at, at} // 'token=', only spoken of
	}
	if p.quoted { // in JSON, a value may begin on the next line
		at = len(s.text) - len(strings.TrimLeft(s.text[at:], " \t\r\n"))
	}
	v := r.value(at)
	if r.end == byBlank && v.start == p.value && r.closer.mark == 0 {
		v.end = max(v.end, settingEnd(s.text, p, v.end))
	}
	return v
}

// literal is a JSON value that is no text.
var literal = regexp.MustCompile(`^(?:-?[0-9][0-9.eE+-]*|true|false|null)\b`)

var (
	beginning = regexp.MustCompile(`^[\s#;/*>-]*(?:export\s+|set\s+)?$`)
	// shellish is what follows an argument rather than goes on in a setting.
	shellish = regexp.MustCompile(`(?:^|\s)-{1,2}[A-Za-z]|[;&|<>]|(?:^|\s)[A-Za-z_][A-Za-z0-9_.]*=`)
)

// settingEnd gives the end of a value with blanks in it: password=two words, on
// a line of its own.
func settingEnd(text string, p *pairing, end int) int {
	low := max(0, p.start-longName)
	start := low + strings.LastIndexAny(text[low:p.start], "\r\n") + 1
	if start == low && low > 0 || !beginning.MatchString(text[start:p.start]) {
		return end
	}
	rest := text[end:lineEnd(text, end)]
	if strings.TrimSpace(rest) == "" || shellish.MatchString(rest) {
		return end
	}
	return end + len(strings.TrimRight(rest, " \t"))
}

// blockStart is what stands behind the colon of a name whose value is on the
// lines below.
var blockStart = regexp.MustCompile(`^[ \t]*(?:[|>][0-9+-]{0,2})?[ \t]*(?:#[^\r\n]*)?(\r?\n)`)

// blockBelow gives the lines below a name that belong to it: in YAML, those that
// are further in.
func blockBelow(text string, p *pairing, limit int) (span, bool) {
	m := blockStart.FindStringIndex(text[p.value:min(len(text), p.value+longest)])
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
