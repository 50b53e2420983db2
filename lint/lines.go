package lint

import (
	"slices"
	"strings"
	"unicode/utf8"

	"saejob/internal/job"
	"saejob/internal/plan"
	"saejob/internal/secret"
)

// lines shows lines of a file without what is secret in them, and without their
// comments: a comment may say anything.
type lines struct {
	text   []string
	hidden map[int][]cover
}

// cover is a stretch of a line, in columns, that is shown as something else.
type cover struct {
	from, to int
	as       string
}

func newLines(text []byte) *lines {
	whole := strings.TrimPrefix(string(text), "\ufeff")
	whole = strings.ReplaceAll(strings.ReplaceAll(whole, "\r\n", "\n"), "\r", "\n")
	return &lines{text: strings.Split(whole, "\n"), hidden: map[int][]cover{}}
}

// hide notes what of a template's file is not to be shown.
func (l *lines) hide(t *job.Template) {
	t.Walk(func(_ job.Path, e *job.Entry, _ *plan.Field) bool {
		n := e.Value
		l.cutTrail(e)
		if secret.Mask(e.Key) != e.Key {
			l.cover(e.KeyRange, job.Redacted)
		}
		switch {
		case n.Kind == job.Unreadable:
			l.cover(n.Range, "…")
		case len(n.Secrets) > 0 && len(n.Entries) == 0:
			l.cover(n.Range, shown(n))
		case isText(n) && holdsSecret(n):
			l.cover(n.Range, job.Redacted)
			return false
		}
		return true
	})
}

// isText says whether a structure stands in the file as JSON text.
func isText(n *job.Node) bool {
	return n.Text != "" && (n.Kind == job.List || n.Kind == job.Object)
}

func holdsSecret(n *job.Node) bool {
	return len(n.Secrets) > 0 || slices.ContainsFunc(n.Entries, func(e *job.Entry) bool { return holdsSecret(e.Value) })
}

// shown gives a marked scalar as it could stand in a line.
func shown(n *job.Node) string {
	text := n.Shown()
	if job.IsPlaceholder(text) || strings.IndexFunc(text, job.Invisible) < 0 {
		return text
	}
	return job.Quote(text)
}

// cover notes that a range is shown as something else: in whole on its first
// line, as a placeholder on each further one.
func (l *lines) cover(r job.Range, as string) {
	if r.Line == r.EndLine {
		l.hidden[r.Line] = append(l.hidden[r.Line], cover{r.Column, r.EndColumn, as})
		return
	}
	const end = 1 << 30
	l.hidden[r.Line] = append(l.hidden[r.Line], cover{r.Column, end, job.Redacted})
	for line := r.Line + 1; line <= r.EndLine; line++ {
		l.hidden[line] = append(l.hidden[line], cover{1, end, job.Redacted})
	}
}

// cutTrail takes the comment behind an entry off its line. Where it is not found
// as it should be, the lines of the entry are not shown at all.
func (l *lines) cutTrail(e *job.Entry) {
	if e.Trail == "" {
		return
	}
	n := e.Value
	for _, line := range []int{n.Range.EndLine, n.Range.Line, e.KeyRange.Line} {
		if line < 1 || line > len(l.text) {
			continue
		}
		if cut, ok := strings.CutSuffix(l.text[line-1], e.Trail); ok {
			l.text[line-1] = cut
			return
		}
	}
	for line := max(1, min(n.Range.Line, e.KeyRange.Line)); line <= min(len(l.text), n.Range.EndLine+1); line++ {
		l.text[line-1] = ""
	}
}

// snippet gives the line that a range begins in. Nothing is shown of a line that
// is longer than anybody reads.
func (l *lines) snippet(r job.Range) Snippet {
	if r.Line < 1 || r.Line > len(l.text) || len(l.text[r.Line-1]) > 1000 {
		return Snippet{}
	}
	line := []rune(l.text[r.Line-1])
	end := len(line) + 1
	if r.EndLine == r.Line {
		end = min(end, r.EndColumn)
	}
	s := Snippet{Column: r.Column, Width: end - r.Column}
	covers := l.hidden[r.Line]
	slices.SortFunc(covers, func(a, b cover) int { return b.from - a.from })
	for _, c := range covers {
		to := min(c.to, len(line)+1)
		if c.from < 1 || c.from > to {
			continue
		}
		as := []rune(c.as)
		grown := len(as) - (to - c.from)
		line = append(line[:c.from-1:c.from-1], append(as, line[to-1:]...)...)
		switch {
		case to <= s.Column:
			s.Column += grown
		case c.from >= s.Column && to <= end:
			s.Width += grown
			end += grown
		}
	}
	s.Line = strings.TrimRight(string(line), " \t")
	s.Width = max(1, min(s.Width, utf8.RuneCountInString(s.Line)-s.Column+1))
	return s
}
