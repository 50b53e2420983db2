package report

import (
	"cmp"
	"io"
	"strings"

	"saejob/diff"
	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/severity"
)

// DiffGitHub writes changes as workflow commands: GitHub shows each at its line,
// in to where that is a file, else in from; without a place where neither is. Files of
// the work tree come before those of a revision. What
// has no room among the ten of a level that GitHub shows is written as lines, and
// counted in the end.
func DiffGitHub(w io.Writer, r diff.Result) error {
	g := newGitHub()
	for _, p := range r.Problems {
		file, message := p.File, inert.Line(p.Message)
		if p.At.Line == 0 {
			file, message = "", inert.Line(p.File)+": "+message // GitHub has no such file
		}
		g.note(severity.Warning, file, p.At, p.ID, message+" ["+p.ID+"]")
	}
	for _, t := range gravestFirst(r.Templates) {
		if t.Status != diff.Unchanged && len(t.Changes) == 0 {
			file, at := placeOf(t)
			g.note(gravity(t), file, at, "template "+string(t.Status), title(t)+" "+became(t))
		}
		for _, c := range t.Changes {
			file, at := placeIn(t, c.FromAt, c.ToAt)
			g.note(c.Severity, file, at, c.ID, title(t)+": "+headlineOf(c)+" ["+c.ID+"]")
		}
	}
	return g.write(w, "changes")
}

// note writes a command or a line about a place, if there is one.
func (g *github) note(s severity.Severity, file string, at job.Range, title, message string) {
	properties := []string{"title", "saejob: " + title}
	line := s.String() + ": " + message
	if file != "" {
		properties = append(githubPlace(file, at), properties...)
		line = inert.Line(placeText(file, at)) + ": " + line
	}
	g.say(githubLevel(s), properties, message, line)
}

// placeOf returns the file that a template without changes is in; that it could not
// be read in, if so.
func placeOf(t diff.Template) (string, job.Range) {
	begin := job.Range{Line: 1}
	if t.Status == diff.Unread && strings.HasPrefix(t.Reason, t.From+": ") {
		return placeIn(t, begin, job.Range{})
	}
	return placeIn(t, begin, begin)
}

// placeIn returns the file that something is in: to's, where it has a place there. A
// line of a revision is none of the work tree: of what to does not have any more, its
// file is named.
func placeIn(t diff.Template, from, to job.Range) (string, job.Range) {
	isTo, isFrom := t.ToFile != "" && to.Line > 0, t.FromFile != "" && from.Line > 0
	switch {
	case isTo && t.To == t.ToFile:
		return t.ToFile, to
	case isFrom && t.From == t.FromFile:
		return t.FromFile, from
	case isTo:
		return t.ToFile, to
	case isFrom && t.ToFile != "":
		return t.ToFile, job.Range{Line: 1}
	case isFrom:
		return t.FromFile, from
	}
	return "", job.Range{}
}

// became returns in a few words what became of a template without changes.
func became(t diff.Template) string {
	text := string(t.Status) + ": " + inert.Line(cmp.Or(t.Reason, t.To, t.From, t.Base))
	if t.Verdict != "" {
		text += ", " + string(t.Verdict) + " (" + t.Verdict.Means() + ")"
	}
	return text
}

// headlineOf returns a change in a line.
func headlineOf(c diff.Change) string {
	text := inert.Line(clip(c.Path.String()))
	line, _ := values(c, Style{})
	switch {
	case c.Kind != diff.Changed:
		text += " " + string(c.Kind)
		if line != "" {
			text += ": " + line
		}
	case line != "":
		text += " " + line
	default:
		text += " changed"
	}
	if note := note(c); note != "" {
		text += "; " + note
	}
	if c.Verdict != "" {
		text += " (" + c.Verdict.Means() + ")"
	}
	return text
}
