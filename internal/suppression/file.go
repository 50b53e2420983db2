package suppression

import (
	"strings"
	"unicode/utf8"

	"saejob/internal/job"
	"saejob/internal/plan"
)

// InFile reads the suppressions in the comments of a template's file. One above
// an entry, or behind its value, holds for that entry; one above the first entry
// for the whole file.
func InFile(t *job.Template, file string, text []byte) []*Suppression {
	r := &reader{file: file, lines: strings.Split(string(text), "\n")}
	first := true
	t.Walk(func(p job.Path, e *job.Entry, _ *plan.Field) bool {
		lines := linesOf(e)
		for i, comment := range e.Lead {
			if s := r.comment(comment, lines.First-len(e.Lead)+i, lines.First); s != nil && !first {
				s.Path, s.Lines = p, lines
			}
		}
		if s := r.comment(e.Trail, e.Value.Range.Line, lines.First); s != nil {
			s.Path, s.Lines = p, lines
		}
		first = false
		return true
	})
	for _, comment := range t.Tail {
		if s := r.comment(comment, 0, 0); s != nil && s.Wrong == "" {
			s.Wrong = "it stands behind the last entry and is about none; put it above an entry, behind its value, or at the head of the file"
		}
	}
	return r.found
}

type reader struct {
	file  string
	lines []string
	found []*Suppression
}

// comment reads a comment that should stand at a line; else it is looked for from
// the line of its entry back.
func (r *reader) comment(text string, line, entry int) *Suppression {
	s := Comment(strings.TrimLeft(text, " \t"))
	if s == nil {
		return nil
	}
	s.File = r.file
	s.At = r.find(text, line, entry)
	r.found = append(r.found, s)
	return s
}

func (r *reader) find(text string, line, entry int) job.Range {
	text = strings.TrimSpace(text)
	for _, at := range append([]int{line, entry}, r.all()...) {
		if at < 1 || at > len(r.lines) {
			continue
		}
		if i := strings.Index(r.lines[at-1], text); i >= 0 {
			column := utf8.RuneCountInString(r.lines[at-1][:i]) + 1
			return job.Range{Line: at, Column: column, EndLine: at, EndColumn: column + utf8.RuneCountInString(text)}
		}
	}
	return job.Range{Line: 1, Column: 1, EndLine: 1, EndColumn: 2}
}

// all gives every line, from the last.
func (r *reader) all() []int {
	lines := make([]int, len(r.lines))
	for i := range lines {
		lines[i] = len(lines) - i
	}
	return lines
}

// linesOf gives the lines of an entry, to the last of what is below it.
func linesOf(e *job.Entry) Lines {
	l := Lines{e.KeyRange.Line, e.Value.Range.EndLine}
	if l.First == 0 {
		l.First = e.Value.Range.Line
	}
	for _, below := range e.Value.Entries {
		l.Last = max(l.Last, linesOf(below).Last)
	}
	return l
}
