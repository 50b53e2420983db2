package export

import (
	"context"
	"errors"

	"golang.org/x/sync/errgroup"

	"saejob/internal/job"
	"saejob/internal/sae"
)

// done is what became of a template, or why the run has to end.
type done[T any] struct {
	value T
	fatal error
}

// describe reads templates, several at a time, has do make of each what it is read
// for, also several at a time, and calls yield with that in order, one at a time; a
// template that can go nowhere is not read. No more templates are held than are
// read at a time, twice over. The error ends the run: every further call would fail
// alike. What was done by then is yielded all the same.
func describe[T any](ctx context.Context, work []placement, o Options, do func(placement, *job.Template, error) T, yield func(T)) error {
	n := max(1, o.Concurrency)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var g errgroup.Group
	queue := make(chan chan done[T], 2*n)
	reading := make(chan struct{}, n)
	g.Go(func() error {
		defer close(queue)
		for i := range work {
			slot := make(chan done[T], 1)
			if !hand(ctx, queue, slot) || !hand(ctx, reading, struct{}{}) {
				close(slot)
				return nil
			}
			g.Go(func() error {
				t, err := work[i].read(ctx, o, func() { <-reading })
				switch {
				case err != nil && ctx.Err() != nil:
					slot <- done[T]{fatal: ctx.Err()}
				case Hopeless(err):
					slot <- done[T]{fatal: err}
				default:
					slot <- done[T]{value: do(work[i], t, err)}
				}
				return nil
			})
		}
		return nil
	})
	var fatal error
	for slot := range queue {
		switch d, ok := <-slot; {
		case ok && d.fatal == nil:
			yield(d.value)
		case ok && fatal == nil:
			fatal = d.fatal
			cancel()
		}
	}
	if fatal == nil {
		fatal = ctx.Err()
	}
	return fatal
}

// hand gives a value away, unless the context ends first.
func hand[T any](ctx context.Context, to chan<- T, value T) bool {
	select {
	case to <- value:
		return ctx.Err() == nil
	case <-ctx.Done():
		return false
	}
}

// read reads a template; called says that the call is over.
func (p placement) read(ctx context.Context, o Options, called func()) (*job.Template, error) {
	if p.refused != nil {
		called()
		return nil, p.refused
	}
	found, err := p.answer.data(ctx)
	called()
	if err != nil {
		return nil, err
	}
	return p.answer.template(found, o.Key)
}

// Hopeless says of an error that every further call would fail alike.
func Hopeless(err error) bool {
	return errors.Is(err, sae.ErrCredentials) || errors.Is(err, sae.ErrForbidden)
}
