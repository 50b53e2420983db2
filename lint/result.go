package lint

import (
	"cmp"
	"fmt"

	"saejob/internal/severity"
	"saejob/internal/text"
)

// Result is what was found in snapshots.
type Result struct {
	// Findings are in the order of the files, then of the lines: of each file at most
	// [MaxFindings], those that are not suppressed and the gravest first.
	Findings []Finding
	// Omitted counts the other findings of the files that have more, in their order.
	Omitted []Omitted
	// Judged are the places of the templates that were judged, in order.
	Judged []string
	// Others counts the templates that were only compared with these, Skipped the
	// files that are not templates.
	Others, Skipped int
	// Unread are the templates that could not be read, with the reason.
	Unread []Unread
	// Empty are the sources that hold no template.
	Empty []Empty
	// committed are the paths of the files in revisions, by their places.
	committed map[string]string
}

// Path returns the path from the repository's root that a place has: of one in a
// revision or in the index, that of the file. Other places are their own.
func (r *Result) Path(place string) string { return cmp.Or(r.committed[place], place) }

// Empty is a source that holds no template, with the number of its files that were
// skipped.
type Empty struct {
	Source  string
	Skipped int
}

// Unread is a template that could not be read.
type Unread struct {
	Place string
	Err   error
}

// Count counts the findings of a severity that are not suppressed.
func (r *Result) Count(s severity.Severity) int {
	n := 0
	for i := range r.Findings {
		if r.Findings[i].Severity == s && !r.Findings[i].Suppressed() {
			n++
		}
	}
	for i := range r.Omitted {
		n += r.Omitted[i].Count(s)
	}
	return n
}

// Reaches reports whether a finding that is not suppressed matters as much as a
// severity or more; nothing reaches "never".
func (r *Result) Reaches(failOn string) bool {
	least, ok := severity.Parse(failOn)
	for s := least; ok && s <= severity.Error; s++ {
		if r.Count(s) > 0 {
			return true
		}
	}
	return false
}

// Suppressed counts the findings that are accepted.
func (r *Result) Suppressed() int {
	n := 0
	for i := range r.Findings {
		if r.Findings[i].Suppressed() {
			n++
		}
	}
	for i := range r.Omitted {
		n += r.Omitted[i].Suppressed
	}
	return n
}

// OmittedFindings counts the findings that are not kept.
func (r *Result) OmittedFindings() int {
	n := 0
	for i := range r.Omitted {
		n += r.Omitted[i].Open() + r.Omitted[i].Suppressed
	}
	return n
}

// Summary returns in a line what was checked and what was found.
func (r *Result) Summary() string {
	templates := text.Count(len(r.Judged), "template")
	if r.Others > 0 {
		templates += fmt.Sprintf(" of %d", len(r.Judged)+r.Others)
	}
	summary := templates + ", no findings"
	if counts := counted(r.Count); counts != "" {
		summary = templates + ": " + counts
	}
	if n := r.Suppressed(); n > 0 {
		summary += fmt.Sprintf("; %d suppressed", n)
	}
	if n := r.OmittedFindings(); n > 0 {
		summary += fmt.Sprintf("; %d of them only counted", n)
	}
	summary += text.Skipped(r.Skipped)
	if n := len(r.Unread); n > 0 {
		summary += "; " + text.Count(n, "template") + " unread"
	}
	return summary
}
