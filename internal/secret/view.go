package secret

import (
	"slices"
	"strings"

	"saejob/internal/job"
)

// view is a text as detectors see it: what is secret in it is as long as a placeholder,
// whatever stands there, so that they see the same once one does.
type view struct {
	text string
	// hidden are the stretches that stand for the spans.
	spans, hidden []span
}

var hiddenText = strings.Repeat(filler, len(job.Redacted))

func newView(text string, spans []span) view {
	if len(spans) == 0 {
		return view{text: text}
	}
	v := view{spans: spans}
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s.start])
		start := b.Len()
		b.WriteString(hiddenText)
		v.hidden = append(v.hidden, span{start, b.Len()})
		at = s.end
	}
	b.WriteString(text[at:])
	v.text = b.String()
	return v
}

// origin returns the stretch of the text that a stretch of the view shows. One that begins
// or ends within what is hidden has all of that.
func (v view) origin(s span) span {
	return span{v.offset(s.start, false), v.offset(s.end, true)}
}

func (v view) offset(at int, isEnd bool) int {
	// The last hidden stretch that begins before the offset.
	i, _ := slices.BinarySearchFunc(v.hidden, at, func(h span, at int) int { return h.start - at })
	if i == len(v.hidden) || v.hidden[i].start > at || isEnd {
		i--
	}
	switch {
	case i < 0:
		return at
	case at >= v.hidden[i].end:
		return v.spans[i].end + at - v.hidden[i].end
	case isEnd:
		return v.spans[i].end
	}
	return v.spans[i].start
}
