package diff

import (
	"fmt"
	"strings"

	"saejob/diff/secrets"
	"saejob/internal/severity"
	"saejob/internal/text"
)

// Reaches reports whether anything changed that matters as much as a severity or
// more; nothing reaches "never". A template that was added or removed matters most.
// What both sides changed in the same way does not matter.
func (r Result) Reaches(failOn string) bool {
	least, ok := severity.Parse(failOn)
	if !ok {
		return false
	}
	if len(r.Problems) > 0 && severity.Warning >= least {
		return true
	}
	for _, t := range r.Templates {
		if (t.Status == Added || t.Status == Removed) && t.Verdict != Converged {
			return true
		}
		for _, c := range t.Changes {
			if c.Severity >= least && c.Verdict != Converged {
				return true
			}
		}
	}
	return false
}

// SummaryLine returns in a line how many templates were compared and what changed.
func (r Result) SummaryLine() string {
	s := r.Summary
	summary := text.Count(len(r.Templates), "template")
	if len(r.Templates) == 0 && s.Outside > 0 {
		summary += " compared"
	} else if s.Unchanged == len(r.Templates) {
		summary += ", no changes"
	} else {
		summary += ": " + counts(", ", count{s.Added, Added}, count{s.Removed, Removed}, count{s.Changed, Changed},
			count{s.Unchanged, Unchanged}, count{s.Unread, Unread})
	}
	if s.Outside > 0 {
		summary += fmt.Sprintf("; %d of another environment, not compared", s.Outside)
	}
	if v := s.Verdicts; v != (Verdicts{}) {
		summary += "; " + counts(", ", count{v.Drift, "drift"}, count{v.Pending, "pending"},
			count{v.Conflict, "conflict"}, count{v.Converged, "converged"})
	}
	if s.Left.ByNature > 0 {
		summary += fmt.Sprintf("; %s between environments hidden (--show-hidden)", text.Count(s.Left.ByNature, "difference"))
	}
	if s.Left.Mapped > 0 {
		summary += fmt.Sprintf("; %d mapped", s.Left.Mapped)
	}
	if s.Left.Suppressed > 0 {
		summary += fmt.Sprintf("; %d suppressed", s.Left.Suppressed)
	}
	if s.Secrets != (secrets.Counts{}) {
		summary += "; secrets: " + counts(", ", count{s.Secrets.Same, "the same"}, count{s.Secrets.Changed, Changed},
			count{s.Secrets.Unknown, "unknown"})
	}
	return summary + text.Skipped(r.Skipped)
}

type count struct {
	n    int
	what Status
}

func counts(separator string, all ...count) string {
	var some []string
	for _, c := range all {
		if c.n > 0 {
			some = append(some, fmt.Sprintf("%d %s", c.n, c.what))
		}
	}
	return strings.Join(some, separator)
}
