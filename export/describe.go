package export

import (
	"context"
	"errors"

	"golang.org/x/sync/errgroup"

	"saejob/internal/job"
	"saejob/internal/sae"
)

// described is a template, or why it could not be read.
type described struct {
	template *job.Template
	err      error
}

// describe reads templates, several at a time, and calls yield with each in
// order, one at a time; a template that can go nowhere is not read. No more
// templates are held than are read at a time, twice over. The error ends the run:
// every further call would fail alike.
func describe(ctx context.Context, work []placement, o Options, yield func(placement, *job.Template, error)) error {
	n := max(1, o.Concurrency)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var g errgroup.Group
	defer g.Wait()
	defer cancel()
	g.SetLimit(n + 1)
	queue := make(chan chan described, n)
	g.Go(func() error {
		defer close(queue)
		for i := range work {
			slot := make(chan described, 1)
			select {
			case queue <- slot:
			case <-ctx.Done():
				return nil
			}
			g.Go(func() error {
				d := described{err: work[i].refused}
				if d.err == nil {
					d.template, d.err = work[i].answer.Template(ctx, o.Key)
				}
				slot <- d
				return nil
			})
		}
		return nil
	})
	for i := range work {
		slot, ok := <-queue
		if !ok {
			break
		}
		d := <-slot
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case errors.Is(d.err, sae.ErrCredentials), errors.Is(d.err, sae.ErrForbidden):
			return d.err
		}
		yield(work[i], d.template, d.err)
	}
	return ctx.Err()
}
