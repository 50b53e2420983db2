package diff

import (
	"fmt"
	"slices"
	"strings"

	"saejob/internal/severity"
	"saejob/internal/text"
)

// Summary counts templates by their status, and what was not shown.
type Summary struct {
	Added, Removed, Changed, Unchanged, Unread int
	Left                                       Left
	Secrets                                    Secrets
	// Verdicts counts the changes, and the templates that came or went, by who made
	// them since the base.
	Verdicts Verdicts
}

// Verdicts counts by [Verdict].
type Verdicts struct{ Drift, Pending, Conflict, Converged int }

// Left counts the changes that were left out: their values differ between
// environments by nature, stand for each other, or are accepted.
type Left struct{ ByNature, Mapped, Suppressed int }

// Hidden counts all of them.
func (l Left) Hidden() int { return l.ByNature + l.Mapped + l.Suppressed }

func (l *Left) add(more Left) {
	l.ByNature += more.ByNature
	l.Mapped += more.Mapped
	l.Suppressed += more.Suppressed
}

// Secrets counts the secrets of the templates that were compared: a secret that
// is only on one side has changed; one that cannot be compared, because only a
// placeholder without a digest of the same key is left of it, is unknown, and no
// change.
type Secrets struct{ Same, Changed, Unknown int }

// Add adds what changed between two other snapshots.
func (r *Result) Add(more Result) {
	r.From, r.To, r.Base = join(", ", r.From, more.From), join(", ", r.To, more.To), join(", ", r.Base, more.Base)
	r.Complete = r.Complete && more.Complete
	r.Templates = append(r.Templates, more.Templates...)
	r.Mappings = append(r.Mappings, more.Mappings...)
	for _, p := range more.Problems {
		if !slices.Contains(r.Problems, p) {
			r.Problems = append(r.Problems, p)
		}
	}
	r.FromCount, r.ToCount, r.BaseCount = r.FromCount+more.FromCount, r.ToCount+more.ToCount, r.BaseCount+more.BaseCount
	r.Summary.add(more.Summary)
}

func (s *Summary) add(more Summary) {
	s.Added += more.Added
	s.Removed += more.Removed
	s.Changed += more.Changed
	s.Unchanged += more.Unchanged
	s.Unread += more.Unread
	s.Left.add(more.Left)
	s.Secrets.add(more.Secrets)
	s.Verdicts.add(more.Verdicts)
}

func (v *Verdicts) add(more Verdicts) {
	v.Drift += more.Drift
	v.Pending += more.Pending
	v.Conflict += more.Conflict
	v.Converged += more.Converged
}

// count counts a template and its changes.
func (s *Summary) count(t Template) {
	s.Verdicts.count(t.Verdict)
	for _, c := range t.Changes {
		s.Verdicts.count(c.Verdict)
	}
	switch t.Status {
	case Added:
		s.Added++
	case Removed:
		s.Removed++
	case Changed:
		s.Changed++
	case Unchanged:
		s.Unchanged++
	case Unread:
		s.Unread++
	}
}

func (v *Verdicts) count(verdict Verdict) {
	switch verdict {
	case Drift:
		v.Drift++
	case Pending:
		v.Pending++
	case Conflict:
		v.Conflict++
	case Converged:
		v.Converged++
	}
}

func (s *Secrets) add(more Secrets) {
	s.Same += more.Same
	s.Changed += more.Changed
	s.Unknown += more.Unknown
}

// Reaches says whether anything changed that matters as much as a severity or
// more; to "never" nothing does. That a template came or went matters most. What
// came to the same on both sides does not matter.
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

// SummaryLine says in a line what was compared and what came out.
func (r Result) SummaryLine() string {
	s := r.Summary
	summary := text.Count(len(r.Templates), "template")
	if s.Unchanged == len(r.Templates) {
		summary += ", no changes"
	} else {
		summary += ": " + counts(", ", count{s.Added, Added}, count{s.Removed, Removed}, count{s.Changed, Changed},
			count{s.Unchanged, Unchanged}, count{s.Unread, Unread})
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
	if s.Secrets != (Secrets{}) {
		summary += "; secrets: " + counts(", ", count{s.Secrets.Same, "the same"}, count{s.Secrets.Changed, Changed},
			count{s.Secrets.Unknown, "unknown"})
	}
	return summary
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

// join joins what is not empty.
func join(separator string, parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, separator)
}
