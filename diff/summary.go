package diff

import "saejob/diff/secrets"

// Summary counts templates by their status, and what was not shown.
type Summary struct {
	Added, Removed, Changed, Unchanged, Unread int
	// Outside are not compared: they are of another part of the cloud.
	Outside int
	Left    Left
	// Secrets counts the secrets of the templates that were compared: one that is
	// only on one side has changed; one that is unknown is no change.
	Secrets secrets.Counts
	// Verdicts counts the changes, and the templates that were added or removed, by
	// who made them since the base.
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

func (s *Summary) add(more Summary) {
	s.Added += more.Added
	s.Removed += more.Removed
	s.Changed += more.Changed
	s.Unchanged += more.Unchanged
	s.Unread += more.Unread
	s.Outside += more.Outside
	s.Left.add(more.Left)
	s.Secrets.Add(more.Secrets)
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
