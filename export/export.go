// Package export writes the templates of the cloud to files: it lists,
// describes, redacts, places and writes them.
//
// [Live] or [Saved] returns a [Listing]: identities, and a way to read each
// template when its turn comes; [ByID] one of templates that were described and not
// listed. [Write] writes the templates to their files
// below a directory, [Print] to one stream. A template has no way out but
// [Answer.Template], which puts placeholders in the place of secrets.
//
// Which file a template goes to is decided from the whole listing and from what
// is below the directory, before any template is read; so the order of listing
// decides nothing.
package export

import (
	"bufio"
	"cmp"
	"context"
	"io"

	"saejob/internal/job"
	"saejob/internal/secret"
)

// Options say how templates are exported.
type Options struct {
	// Key makes the digests of placeholders.
	Key secret.Key
	// Concurrency is how many templates are described at a time; at least 1.
	Concurrency int
	// Check: nothing is written; the outcomes say what would be.
	Check bool
	// Prune: when all is read and written, the files of templates that are gone
	// are removed; nil: none is.
	Prune *Prune
	// Leave: without Prune, these files are told of where it would remove them.
	Leave bool
	// Done is called with each template's outcome, one at a time; optional.
	Done func(Outcome)
}

// Write writes the templates of a listing to their files below dir, which is
// made if it is not there. The error is one that ends the run; what concerns one
// template is in its outcome.
func Write(ctx context.Context, l *Listing, dir string, o Options) (Summary, error) {
	w, files, done, err := open(ctx, dir, o.Check)
	if err != nil {
		return nil, err
	}
	defer done()
	s := newTally(o.Done)
	for _, missing := range l.Unread {
		s.tell(missing)
	}
	placed := place(l, files)
	err = describe(ctx, placed, o, func(p placement, t *job.Template, err error) Outcome {
		if err != nil {
			return p.unread(err)
		}
		return p.outcome(w.write(p, t))
	}, s.tell)
	for _, missing := range l.AppearedLate() {
		s.tell(missing)
	}
	switch {
	case err != nil || !s.Complete():
	case o.Prune != nil:
		err = w.prune(ctx, l, o.Prune, s.tell)
	case o.Leave:
		leave(l, files, placed, s.tell)
	}
	return s.Summary, err
}

// Print writes the templates of a listing to out as they would stand in files.
// One is what a file holds. Several are separated by "---", for the eye: no file
// holds more than one.
func Print(ctx context.Context, l *Listing, out io.Writer, o Options) (Summary, error) {
	s := newTally(o.Done)
	for _, missing := range l.Unread {
		s.tell(missing)
	}
	b := bufio.NewWriter(out)
	type printed struct {
		Outcome
		text []byte
	}
	err := describe(ctx, place(l, &index{}), o, func(p placement, t *job.Template, err error) printed {
		p.path = ""
		if err != nil {
			return printed{p.unread(err), nil}
		}
		return printed{p.outcome(Printed, nil), job.Print(t)}
	}, func(p printed) {
		if p.Status == Printed {
			if s.Summary[Printed] > 0 {
				b.WriteString("---\n")
			}
			b.Write(p.text)
		}
		s.tell(p.Outcome)
	})
	for _, missing := range l.AppearedLate() {
		s.tell(missing)
	}
	return s.Summary, cmp.Or(err, b.Flush())
}
