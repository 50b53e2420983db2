package report

import (
	"fmt"
	"slices"

	"saejob/diff"
	"saejob/internal/job"
	"saejob/internal/severity"
)

// gravestFirst sorts templates by what matters most in each: those that could
// not be read, then those that came or went, then those that changed.
func gravestFirst(templates []diff.Template) []diff.Template {
	rank := func(t diff.Template) int {
		r := 2 * int(gravity(t))
		if len(t.Changes) == 0 {
			r++
		}
		if t.Status == diff.Unread {
			r++
		}
		return r
	}
	sorted := slices.Clone(templates)
	slices.SortStableFunc(sorted, func(a, b diff.Template) int { return rank(b) - rank(a) })
	return sorted
}

// gravity is how much it matters what became of a template: that one came or
// went matters most, and what came to the same on both sides does not matter.
func gravity(t diff.Template) severity.Severity {
	switch {
	case t.Status == diff.Unchanged:
		return severity.None
	case t.Status == diff.Unread:
		return severity.Error
	case len(t.Changes) == 0 && t.Verdict == diff.Converged:
		return severity.Info
	case len(t.Changes) == 0:
		return severity.Error
	}
	gravest := severity.Info
	for _, c := range t.Changes {
		if c.Verdict != diff.Converged {
			gravest = max(gravest, c.Severity)
		}
	}
	return gravest
}

// placeText returns where in a file something is; without a line, the file.
func placeText(file string, at job.Range) string {
	if at.Line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d:%d", file, max(at.Line, 1), max(at.Column, 1))
}
