package export

import "saejob/internal/job"

// Status is what became of a template.
type Status string

// A Refused template was read, or could have been, but its file is not to be
// written; an Unread one could not be read; Unlisted are all those of a list that
// could not be read; NotFound: no template has the AppId that was asked for. With any of
// these the export is incomplete. A Gone one was deleted after it was listed; its file
// stays.
const (
	Added     Status = "added"
	Changed   Status = "changed"
	Moved     Status = "moved"
	Unchanged Status = "unchanged"
	Printed   Status = "printed"
	// A Stale file's template is gone; Pruned: the file is gone too; Left: it was not
	// to be removed.
	Stale    Status = "stale"
	Pruned   Status = "pruned"
	Left     Status = "left"
	Refused  Status = "refused"
	Unread   Status = "unread"
	Unlisted Status = "unlisted"
	Gone     Status = "gone"
	NotFound Status = "not found"
)

// Outcome is what became of a template.
type Outcome struct {
	// Identity is what is known of it; an answer that cannot be read has none.
	Identity job.Identity
	// Origin is the file of a saved answer.
	Origin string
	Status Status
	// Path is the template's file below DIR, with "/"; OldPath is where a file
	// that moved stood.
	Path, OldPath string
	// Keyed: its file was redacted with a key until now.
	Keyed bool
	// Missing is how many templates the API counts that its list does not have,
	// in the outcome of a list that is not complete.
	Missing int
	// Err says why a template was refused or is unread. It holds nothing of the
	// template but its path.
	Err error
}

// Summary counts outcomes by their status. An outcome that is [Unlisted] is a list:
// how many templates are on it is not known.
type Summary map[Status]int

// Add counts the outcomes of another summary too.
func (s Summary) Add(o Summary) {
	for status, n := range o {
		s[status] += n
	}
}

// Complete reports whether every template that was asked for was read, and written
// where it had changed.
func (s Summary) Complete() bool { return s.sum(Refused, Unread, Unlisted, NotFound) == 0 }

// Written counts the files that were written or removed, or would have been.
func (s Summary) Written() int { return s.sum(Added, Changed, Moved, Stale) }

// Total counts all templates.
func (s Summary) Total() int {
	return s.sum(Added, Changed, Moved, Unchanged, Printed, Refused, Unread, Gone, NotFound)
}

func (s Summary) sum(statuses ...Status) int {
	n := 0
	for _, status := range statuses {
		n += s[status]
	}
	return n
}

// tally counts outcomes and passes them on.
type tally struct {
	Summary
	done func(Outcome)
}

func newTally(done func(Outcome)) *tally { return &tally{Summary{}, done} }

func (t *tally) tell(o Outcome) {
	t.Summary[o.Status] += max(1, o.Missing)
	if t.done != nil {
		t.done(o)
	}
}
