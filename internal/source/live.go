package source

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"saejob/export"
	"saejob/internal/job"
	"saejob/internal/text"
)

// Cloud is how live templates are read.
type Cloud struct {
	// List lists those of a target.
	List func(context.Context, Target) (*export.Listing, error)
	// Options are the key that templates are redacted with, and how many are
	// described at a time.
	Options export.Options
	// Watch is called after each template that was described, one call at a time,
	// with how many are done and how many are wanted so far. Optional.
	Watch func(done, all int)
}

// cloud returns the snapshot of live templates. None is described yet; each is
// described once and kept.
func (r *Reader) cloud(ctx context.Context, spelling string) (job.Snapshot, error) {
	target, err := ParseLive(spelling)
	if err != nil {
		return job.Snapshot{}, err
	}
	if r.Cloud.List == nil {
		return job.Snapshot{}, fmt.Errorf("%s is live; export it to files first", text.Quote(spelling))
	}
	listing, err := r.Cloud.List(ctx, target)
	if err != nil {
		return job.Snapshot{}, fmt.Errorf("%s: %w", text.Quote(spelling), err)
	}
	s := job.Snapshot{Name: spelling, World: "live", Refs: r.listed(ctx, listing)}
	if target.Namespace != "" {
		s.Dir = placeOf(job.Identity{RegionID: target.Region, NamespaceID: target.Namespace})
	}
	return s, nil
}

// listed returns the references of what was listed, in the order of their places.
func (r *Reader) listed(ctx context.Context, listing *export.Listing) []job.Ref {
	ctx = r.ahead.begin(ctx, &r.Cloud)
	var refs []job.Ref
	for _, missing := range listing.Unread {
		refs = append(refs, job.Ref{Place: placeOf(missing.Identity), Open: func() (job.Document, error) {
			return job.Document{}, missing.Err
		}})
	}
	named := map[string]int{}
	for _, answer := range listing.Answers {
		named[placeOf(answer.Identity)]++
	}
	for i := range listing.Answers {
		answer := &listing.Answers[i]
		place := placeOf(answer.Identity)
		if named[place] > 1 {
			place += "~" + answer.Identity.AppID // no two templates share a place
		}
		d := &described{done: make(chan struct{}), read: func() (job.Document, error) { return r.describe(ctx, listing, answer) }}
		refs = append(refs, job.Ref{
			Place: place, Known: answer.Identity,
			Ahead: func() { r.ahead.want(d) },
			Open:  func() (job.Document, error) { r.ahead.want(d); return d.document() },
		})
	}
	slices.SortStableFunc(refs, func(a, b job.Ref) int { return cmp.Compare(a.Place, b.Place) })
	return refs
}

// describe reads a live template in the form that its file would have.
func (r *Reader) describe(ctx context.Context, l *export.Listing, a *export.Answer) (job.Document, error) {
	t, err := a.Template(ctx, r.Cloud.Options.Key)
	if late := len(l.AppearedLate()); errors.Is(err, job.ErrGone) && late > 0 {
		err = fmt.Errorf("%v, and %s appeared in the list meanwhile; try again", err, text.Count(late, "template"))
	}
	if err != nil {
		return job.Document{}, err
	}
	content, err := job.Locate(t)
	return job.Document{Template: t, Text: content}, err
}
