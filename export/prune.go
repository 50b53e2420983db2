package export

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Prune has the files of templates that are gone removed.
type Prune struct {
	// Again lists once more, before anything is removed.
	Again func(context.Context) (*Listing, error)
	// Force removes even a large part of the files.
	Force bool
}

// The brake: of as many files as this, no more than this part goes unforced. A
// listing that lost much is more likely wrong than right.
const (
	brakeFrom    = 10
	brakePercent = 30
)

// ErrBrake: more files would be removed than is likely meant.
var ErrBrake = errors.New("nothing was removed")

// prune removes the files of templates that two listings no longer have. It
// looks only at files that can be read, have an AppId, and say themselves that
// they are of a namespace that was listed completely.
func (w *writer) prune(ctx context.Context, l *Listing, p *Prune, tell func(Outcome)) error {
	if w.root == nil {
		return nil
	}
	files, err := newIndex(ctx, w.root)
	if err != nil {
		return err
	}
	scope, gone := files.stale(l)
	if len(gone) == 0 {
		return nil
	}
	for _, f := range gone {
		tell(Outcome{Identity: f.id, Status: Stale, Path: f.path})
	}
	if scope >= brakeFrom && len(gone)*100 > scope*brakePercent && !p.Force {
		return fmt.Errorf("%d of %d files would be removed, more than %d %%: %w; --force removes them",
			len(gone), scope, brakePercent, ErrBrake)
	}
	if w.check {
		return nil
	}
	if sure, err := stillGone(ctx, gone, p, tell); err != nil || !sure {
		return err
	}
	for _, f := range gone {
		if ctx.Err() != nil {
			break
		}
		tell(w.removeStale(f))
	}
	return ctx.Err()
}

// stillGone lists once more, and reports whether the templates of the files are gone
// in that list, too. Of a list that lacks something nobody can be sure.
func stillGone(ctx context.Context, gone []*file, p *Prune, tell func(Outcome)) (sure bool, err error) {
	again, err := p.Again(ctx)
	if err != nil {
		return false, err
	}
	for _, missing := range again.Unread {
		tell(missing)
	}
	if len(again.Unread) > 0 {
		return false, nil
	}
	listed := again.appIDs()
	for _, f := range gone {
		if !again.covers(f.id) || listed[f.id.AppID] {
			return false, fmt.Errorf("%s: the template is listed again: %w; run export again", f.path, ErrBrake)
		}
	}
	return true, nil
}

// stale counts the files in the scope of a listing, and returns those whose
// template it does not have, in order.
func (x *index) stale(l *Listing) (scope int, gone []*file) {
	listed := l.appIDs()
	for id, files := range x.byID {
		for _, f := range files {
			if f.trouble != nil || !l.covers(f.id) {
				continue
			}
			scope++
			if !listed[id] {
				gone = append(gone, f)
			}
		}
	}
	slices.SortFunc(gone, func(a, b *file) int { return strings.Compare(a.path, b.path) })
	return scope, gone
}

// leave tells of the files whose templates are gone, but for those in whose place
// another template was written.
func leave(l *Listing, files *index, placed []placement, tell func(Outcome)) {
	_, gone := files.stale(l)
	for _, f := range gone {
		if !slices.ContainsFunc(placed, func(p placement) bool { return p.path == f.path || p.from == f }) {
			tell(Outcome{Identity: f.id, Status: Left, Path: f.path})
		}
	}
}

func (w *writer) removeStale(f *file) Outcome {
	o := Outcome{Identity: f.id, Status: Pruned, Path: f.path}
	now, err := w.read(f)
	if err == nil {
		err = w.files.Remove(f.path, now.info)
	}
	if err != nil {
		o.Status, o.Err = Refused, err
	}
	return o
}
