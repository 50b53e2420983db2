package report

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strings"

	"saejob/diff"
	"saejob/internal/inert"
	"saejob/internal/severity"
)

// DiffMarkdown writes a summary for a pull request: a table for each template, the
// gravest first, and long texts below it, in at most budget characters. The rest
// is counted, and told by the digest of the JSON report, which has it.
func DiffMarkdown(w io.Writer, r diff.Result, budget int) error {
	digest, err := digestOf(r)
	if err != nil {
		return err
	}
	s := &summary{budget: budget, digest: digest}
	head := "### saejob diff: " + span(r.From) + " → " + span(r.To)
	if r.Base != "" {
		head += " since " + span(r.Base)
	}
	head += "\n\n" + r.SummaryLine() + "\n"
	if words := verdictWords(r); len(words) > 0 {
		head += "\n" + strings.Join(words, "; ") + "\n"
	}
	if note := unreadNote(r.Summary.Unread); note != "" {
		head += "\n**Incomplete.** " + note + "\n"
	}
	s.begin(head)
	for _, p := range r.Problems {
		if !s.item("- **warning** " + span(placeText(p.File, p.At)) + " " + span(p.Message) + " " + p.ID) {
			s.left.problems++
		}
	}
	for _, t := range gravestFirst(r.Templates) {
		switch {
		case t.Status == diff.Unchanged:
		case len(t.Changes) > 0:
			s.template(t)
		case !s.item("- **" + string(t.Status) + "** " + titleSpan(t) + ": " + becameSpan(t)):
			s.left.templates++
		}
	}
	_, err = io.WriteString(w, s.end())
	return err
}

// digestOf is the SHA-256 of the JSON report.
func digestOf(r diff.Result) (string, error) {
	var text bytes.Buffer
	if err := DiffJSON(&text, r); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", sha256.Sum256(text.Bytes())), nil
}

// titleSpan is what a template is called.
func titleSpan(t diff.Template) string {
	text := span(cmp.Or(t.Name, t.To, t.From, t.Base))
	if t.Was != "" && t.Name != "" {
		text = span(t.Was) + " → " + text
	}
	if t.Namespace != "" {
		text += " in " + span(t.Namespace)
	}
	return text
}

func becameSpan(t diff.Template) string {
	text := span(cmp.Or(t.Reason, t.To, t.From, t.Base))
	if t.Verdict != "" {
		text += ", " + string(t.Verdict)
	}
	return text
}

// template adds a template with a table of its changes, the gravest first.
func (s *summary) template(t diff.Template) {
	changes := slices.Clone(t.Changes)
	slices.SortStableFunc(changes, func(a, b diff.Change) int { return int(b.Severity) - int(a.Severity) })
	before, after := columnsOf(t)
	head := "\n#### " + titleSpan(t) + "\n\n| | field | " + before + " | " + after + " | what it means |\n|---|---|---|---|---|\n"
	var below []string
	for i, c := range changes {
		row, long := rowOf(c, true)
		if long != "" && !s.fits((s.budget-s.size)/2, head, row, long) {
			row, long = rowOf(c, false)
			if s.room(head, row) {
				s.left.texts++
			}
		}
		if !s.add(head, row) {
			if s.left.changes += len(changes) - i; i == 0 {
				s.left.templates++
			}
			break
		}
		s.size, head = s.size+size(long), ""
		below = append(below, long)
	}
	s.text.WriteString(strings.Join(below, ""))
}

// sided names the side that a value is of.
func sided(side, value string) string {
	if value == "" {
		return side + " not set"
	}
	return side + " " + value
}

// columnsOf names the columns of values: with a base, not all of them lead from one side to
// the other.
func columnsOf(t diff.Template) (before, after string) {
	if slices.ContainsFunc(t.Changes, func(c diff.Change) bool { return c.Verdict != "" && c.Verdict != diff.Conflict }) {
		return "before", "after"
	}
	return "from", "to"
}

// rowOf returns a change as a row of a table, and what is too long for that as text
// below it, if there is room.
func rowOf(c diff.Change, room bool) (row, long string) {
	from, to := "", ""
	line, lines := values(c, Style{})
	switch before, after := c.Ends(); {
	case len(lines) > 0 && room:
		from, to = "*below*", "*below*"
	case len(lines) > 0:
		from, to = "*too long*", "*too long*"
	case line != "":
		if before != nil {
			from = code(oneLine(before, c))
		}
		if after != nil {
			to = code(oneLine(after, c))
		}
	}
	switch c.Kind {
	case diff.Added:
		from = ""
	case diff.Removed:
		to = ""
	}
	if c.Verdict == diff.Conflict && len(lines) == 0 {
		from, to = sided("FROM", from), sided("TO", to)
	}
	word := c.Severity.String()
	switch {
	case c.Verdict == diff.Converged:
		word = "" // nothing is left to do
	case c.Severity == severity.Error:
		word = "**error**"
	}
	row = fmt.Sprintf("| %s | %s | %s | %s | %s |\n", word, code(c.Path.String()), from, to, prose(note(c)))
	if len(lines) == 0 || !room {
		return row, ""
	}
	fence := "```"
	for slices.ContainsFunc(lines, func(line string) bool { return strings.Contains(line, fence) }) {
		fence += "`"
	}
	return row, inert.BreakCommands("\n" + span(c.Path.String()) + "\n\n" + fence + "diff\n" + strings.Join(lines, "\n") + "\n" + fence + "\n")
}
