package suppression

import (
	"fmt"
	"strings"
	"sync"
	"unicode/utf8"

	"saejob/internal/job"
	"saejob/internal/plan"
)

// InFile reads the suppressions in the comments of a template's file. One above
// an entry, or after its value, is about that entry; one above the first entry is
// about the whole file.
func InFile(t *job.Template, file string, text []byte) []*Suppression {
	r := &reader{file: file, lines: sync.OnceValue(func() []string { return job.Lines(text) })}
	first := true
	t.Walk(func(at *job.At, e *job.Entry, _ *plan.Field) bool {
		var lines Lines
		if len(e.Lead) > 0 || e.Trail != "" {
			lines = linesOf(e)
		}
		for i, comment := range e.Lead {
			if s := r.comment(comment, lines.First-len(e.Lead)+i); s != nil && !first {
				s.Path, s.Lines = at.Path(), lines
			}
		}
		if s := r.comment(e.Trail, e.Value.Range.Line); s != nil {
			s.Path, s.Lines = at.Path(), lines
		}
		first = false
		return true
	})
	r.below(t.Tail, "after the last entry")
	t.Walk(func(_ *job.At, e *job.Entry, _ *plan.Field) bool {
		if len(e.Foot) > 0 {
			r.next = linesOf(e).Last
			r.below(e.Foot, "at the end of what it is indented under")
		}
		return true
	})
	return r.found
}

// below reads comments that are above no entry.
func (r *reader) below(comments []string, where string) {
	for _, comment := range comments {
		if s := r.comment(comment, 0); s != nil && s.Wrong == "" {
			s.Wrong = "it comes " + where + ", so it applies to nothing; put it above an entry, after its value, or at the top of the file"
		}
	}
}

type reader struct {
	file string
	// lines are those of the file: most files have no suppression to look for.
	lines func() []string
	found []*Suppression
	// next is the line, from 0, after the comment that was found last.
	next int
}

// maxInFile is how many suppressions of a file count. One with more was made to
// keep its reader busy.
const maxInFile = 1000

// comment reads a comment that should stand at a line; else it is looked for
// after the comment before it.
func (r *reader) comment(text string, line int) *Suppression {
	if len(r.found) > maxInFile {
		return nil
	}
	s := Comment(strings.TrimLeft(text, " \t"))
	if s == nil {
		return nil
	}
	s.File = r.file
	s.At = r.find(strings.TrimSpace(text), line)
	if r.found = append(r.found, s); len(r.found) > maxInFile {
		s.Wrong = fmt.Sprintf("a file can have at most %d; the rest have no effect", maxInFile)
	}
	return s
}

// find returns the range of a comment.
func (r *reader) find(text string, line int) job.Range {
	column, lines := -1, r.lines()
	if line >= 1 && line <= len(lines) {
		column = strings.Index(lines[line-1], text)
	}
	for at := r.next; column < 0 && at < len(lines); at++ {
		line = at + 1
		column = strings.Index(lines[at], text)
	}
	if column < 0 {
		return job.Range{Line: 1, Column: 1, EndLine: 1, EndColumn: 2}
	}
	r.next = line
	column = utf8.RuneCountInString(lines[line-1][:column]) + 1
	return job.Range{Line: line, Column: column, EndLine: line, EndColumn: column + utf8.RuneCountInString(text)}
}

// linesOf returns the lines of an entry, to the last of what is below it.
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
