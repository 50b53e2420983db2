package export

import (
	"context"
	"errors"
	"runtime"
	"sync"

	"saejob/internal/job"
	"saejob/internal/sae"
)

// done is what became of a template, or why the run has to end.
type done[T any] struct {
	value T
	fatal error
}

// call is one that is to be made, and where what becomes of it goes.
type call[T any] struct {
	placement
	slot chan done[T]
}

// describe reads templates, several at a time, calls do with each to make of it what it
// is read for, also several at a time, and calls yield with that in order, one at a time; a
// template that can go nowhere is not read. No more templates are held than are
// read at a time, times two. The error ends the run: every further call would fail
// alike. What was done by then is yielded all the same.
func describe[T any](ctx context.Context, work []placement, o Options, do func(placement, *job.Template, error) T, yield func(T)) error {
	n := max(1, o.Concurrency)
	var group sync.WaitGroup
	defer group.Wait()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan chan done[T], 2*n)
	calls := make(chan call[T])
	group.Go(func() { handOut(ctx, work, queue, calls) })
	// One processor is left for the calls: an answer that waits is a call too late.
	making := make(chan struct{}, max(1, runtime.GOMAXPROCS(0)-1))
	for range n {
		group.Go(func() {
			for c := range calls {
				found, err := c.ask(ctx)
				group.Go(func() {
					making <- struct{}{}
					c.slot <- c.answered(ctx, found, err, o, do)
					<-making
				})
			}
		})
	}
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

// handOut sends the calls to those who make them, and queues what becomes of them.
func handOut[T any](ctx context.Context, work []placement, queue chan<- chan done[T], calls chan<- call[T]) {
	defer close(queue)
	defer close(calls)
	for _, p := range work {
		slot := make(chan done[T], 1)
		if !hand(ctx, queue, slot) || !hand(ctx, calls, call[T]{p, slot}) {
			close(slot)
			return
		}
	}
}

// hand sends a value, unless the context ends first.
func hand[T any](ctx context.Context, to chan<- T, value T) bool {
	select {
	case to <- value:
		return true
	case <-ctx.Done():
		return false
	}
}

// ask asks for a template.
func (p placement) ask(ctx context.Context) (sae.Description, error) {
	if p.refused != nil {
		return sae.Description{}, p.refused
	}
	return p.answer.data(ctx)
}

// answered calls do with the template of an answer, or with the error in its place.
func (c call[T]) answered(ctx context.Context, found sae.Description, err error, o Options, do func(placement, *job.Template, error) T) done[T] {
	var t *job.Template
	if err == nil {
		t, err = c.answer.template(found, o.Key)
	}
	switch {
	case err != nil && ctx.Err() != nil:
		return done[T]{fatal: ctx.Err()}
	case Hopeless(err):
		return done[T]{fatal: err}
	}
	return done[T]{value: do(c.placement, t, err)}
}

// Hopeless reports whether every further call would fail with the same error.
func Hopeless(err error) bool {
	return errors.Is(err, sae.ErrCredentials) || errors.Is(err, sae.ErrForbidden)
}
