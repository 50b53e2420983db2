package report

import (
	"strings"

	"saejob/diff"
	"saejob/internal/inert"
)

// shownSpans returns the spans of a line as they are shown, without its line break;
// of a line longer than longest, in bytes, only what is near to what changed.
func shownSpans(l diff.Line, longest int) []diff.Span {
	if len(l.Spans) == 1 {
		return []diff.Span{{Text: textLine(strings.TrimSuffix(l.Spans[0].Text, "\n")), Changed: l.Spans[0].Changed}}
	}
	long := len(lineText(l)) > longest
	spans := make([]diff.Span, len(l.Spans))
	for i, s := range l.Spans {
		last := i == len(l.Spans)-1
		text := s.Text
		if last {
			text = strings.TrimSuffix(text, "\n")
		}
		switch {
		case !s.Changed && !long:
			text = inert.Line(text)
		case !s.Changed:
			text = shorten(text, i == 0, last)
		case last || strings.TrimLeft(text, " ") == "":
			text = textLine(text)
		default:
			text = inert.Line(clip(text))
		}
		spans[i] = diff.Span{Text: text, Changed: s.Changed}
	}
	return spans
}

func lineText(l diff.Line) string {
	var b strings.Builder
	for _, s := range l.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// shorten leaves out the middle of what is the same in a long line: of its
// beginning, the beginning; of its end, the end.
func shorten(text string, first, last bool) string {
	runes := []rune(text)
	if len(runes) <= 2*contextText {
		return inert.Line(text)
	}
	head, tail := inert.Line(string(runes[:contextText])), inert.Line(string(runes[len(runes)-contextText:]))
	switch {
	case first:
		return "…" + tail
	case last:
		return head + "…"
	}
	return head + " … " + tail
}
