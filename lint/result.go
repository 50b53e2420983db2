package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"saejob/internal/severity"
	"saejob/internal/text"
)

// Result is what was found in snapshots.
type Result struct {
	// Findings are in the order of the files, then of the lines.
	Findings []Finding
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
	return n
}

// Reaches reports whether a finding that is not suppressed matters as much as a
// severity or more; nothing reaches "never".
func (r *Result) Reaches(failOn string) bool {
	least, ok := severity.Parse(failOn)
	return ok && slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Severity >= least && !f.Suppressed() })
}

// Suppressed counts the findings that are accepted.
func (r *Result) Suppressed() int {
	n := 0
	for i := range r.Findings {
		if r.Findings[i].Suppressed() {
			n++
		}
	}
	return n
}

// Summary returns in a line what was checked and what was found.
func (r *Result) Summary() string {
	var counts []string
	for _, s := range []severity.Severity{severity.Error, severity.Warning, severity.Info} {
		if n := r.Count(s); n > 0 {
			counts = append(counts, text.Count(n, s.String()))
		}
	}
	templates := text.Count(len(r.Judged), "template")
	if r.Others > 0 {
		templates += fmt.Sprintf(" of %d", len(r.Judged)+r.Others)
	}
	summary := templates + ", no findings"
	if len(counts) > 0 {
		summary = templates + ": " + strings.Join(counts, ", ")
	}
	if n := r.Suppressed(); n > 0 {
		summary += fmt.Sprintf("; %d suppressed", n)
	}
	summary += text.Skipped(r.Skipped)
	if n := len(r.Unread); n > 0 {
		summary += "; " + text.Count(n, "template") + " unread"
	}
	return summary
}
