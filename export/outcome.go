package export

import (
	"errors"

	"saejob/internal/job"
)

// Status says what became of a template.
type Status string

// A Refused template was read, or could have been, but its file is not to be
// written; an Unread one could not be read; Unlisted are all those of a list that
// could not be read. With any of these the export is incomplete. A Gone one was
// deleted after it was listed; its file stays.
const (
	Added     Status = "added"
	Changed   Status = "changed"
	Moved     Status = "moved"
	Unchanged Status = "unchanged"
	Printed   Status = "printed"
	// A Stale file's template is gone; Pruned: the file is gone too.
	Stale    Status = "stale"
	Pruned   Status = "pruned"
	Refused  Status = "refused"
	Unread   Status = "unread"
	Unlisted Status = "unlisted"
	Gone     Status = "gone"
)

// Outcome is what became of a template.
type Outcome struct {
	// Identity is what is known of it; an answer that cannot be read has none.
	Identity job.Identity
	// Origin is where a saved answer stands.
	Origin string
	Status Status
	// Path is the template's file below DIR, with "/"; OldPath is where a file
	// that moved stood.
	Path, OldPath string
	// Missing is how many templates the API counts that its list does not have,
	// in the outcome of a list that is not complete.
	Missing int
	// Err says why a template was refused or is unread. It holds nothing of the
	// template but its path.
	Err error
}

// Summary counts outcomes.
type Summary struct {
	Added, Changed, Moved, Unchanged, Printed, Stale, Pruned, Refused, Unread, Gone int
	// Unlisted counts lists; how many templates are on them nobody knows.
	Unlisted int
}

// Add counts the outcomes of another summary too.
func (s *Summary) Add(o Summary) {
	s.Added += o.Added
	s.Changed += o.Changed
	s.Moved += o.Moved
	s.Unchanged += o.Unchanged
	s.Printed += o.Printed
	s.Stale += o.Stale
	s.Pruned += o.Pruned
	s.Refused += o.Refused
	s.Unread += o.Unread
	s.Gone += o.Gone
	s.Unlisted += o.Unlisted
}

// Complete says whether every template that was asked for was read, and written
// where it had changed.
func (s Summary) Complete() bool { return s.Refused+s.Unread+s.Unlisted == 0 }

// Written counts the files that were written or removed, or would have been.
func (s Summary) Written() int { return s.Added + s.Changed + s.Moved + s.Stale }

// Total counts all templates.
func (s Summary) Total() int {
	return s.Added + s.Changed + s.Moved + s.Unchanged + s.Printed + s.Refused + s.Unread + s.Gone
}

// tally counts outcomes and passes them on.
type tally struct {
	Summary
	done func(Outcome)
}

func (t *tally) tell(o Outcome) {
	switch o.Status {
	case Added:
		t.Added++
	case Changed:
		t.Changed++
	case Moved:
		t.Moved++
	case Unchanged:
		t.Unchanged++
	case Printed:
		t.Printed++
	case Stale:
		t.Stale++
	case Pruned:
		t.Pruned++
	case Refused:
		t.Refused++
	case Unread:
		t.Unread += max(1, o.Missing)
	case Unlisted:
		t.Unlisted++
	case Gone:
		t.Gone++
	}
	if t.done != nil {
		t.done(o)
	}
}

// outcome says what became of a template that was to go where p says. With an
// error, what was to become of it did not.
func (p placement) outcome(status Status, err error) Outcome {
	if err != nil && (status != Unread || p.refused != nil) {
		status = Refused
	}
	result := Outcome{Identity: p.answer.Identity, Origin: p.answer.Origin, Status: status, Path: p.path, Err: err}
	if p.rest != nil {
		result.OldPath = p.rest.path
	} else if p.from != nil && p.from.path != p.path {
		result.OldPath = p.from.path
	}
	return result
}

// unread says what became of a template that gave nothing to write.
func (p placement) unread(err error) Outcome {
	if errors.Is(err, job.ErrGone) {
		return p.outcome(Gone, nil)
	}
	return p.outcome(Unread, err)
}
