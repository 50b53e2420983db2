package source

import (
	"cmp"
	"context"
	"sync"

	"saejob/export"
	"saejob/internal/job"
)

// readAhead reads live templates before they are opened: several at a time, each
// once, in the order in which they were wanted.
type readAhead struct {
	mu sync.Mutex
	// several is how many are read at a time; watch is called after each.
	several   int
	watch     func(done, all int)
	queue     []*described
	all, done int
	// failed is why nothing more is read.
	failed  error
	workers int
	running sync.WaitGroup
	cancel  []context.CancelFunc
}

// described is a live template that is read once, and kept: a call costs more than
// a second of the quota.
type described struct {
	read   func() (job.Document, error)
	wanted bool
	done   chan struct{}
	doc    job.Document
	err    error
}

// document waits until the template is read, and returns a copy of it.
func (d *described) document() (job.Document, error) {
	<-d.done
	if d.err != nil {
		return job.Document{}, d.err
	}
	doc := d.doc
	doc.Template = doc.Template.Clone()
	return doc, nil
}

// begin prepares for the templates of a source, which are read with the returned
// context.
func (a *readAhead) begin(ctx context.Context, c *Cloud) context.Context {
	a.mu.Lock()
	defer a.mu.Unlock()
	ctx, cancel := context.WithCancel(ctx)
	a.cancel = append(a.cancel, cancel)
	a.several, a.watch = max(1, c.Options.Concurrency), c.Watch
	return ctx
}

// want queues a template to be read, unless it was queued before.
func (a *readAhead) want(d *described) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if d.wanted {
		return
	}
	d.wanted = true
	a.queue = append(a.queue, d)
	a.all++
	if a.workers < a.several {
		a.workers++
		a.running.Go(a.work)
	}
}

// work reads templates until the queue is empty.
func (a *readAhead) work() {
	for d := a.next(); d != nil; d = a.next() {
		if d.err = a.failure(); d.err == nil {
			d.doc, d.err = d.read()
		}
		a.finish(d)
	}
}

func (a *readAhead) next() *described {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.queue) == 0 {
		a.workers--
		return nil
	}
	d := a.queue[0]
	a.queue = a.queue[1:]
	return d
}

func (a *readAhead) finish(d *described) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if export.Hopeless(d.err) {
		a.failed = cmp.Or(a.failed, d.err)
	}
	a.done++
	if a.watch != nil {
		a.watch(a.done, a.all)
	}
	close(d.done)
}

func (a *readAhead) failure() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.failed
}

// stop cancels all reading, and waits until it has ended.
func (a *readAhead) stop() {
	a.mu.Lock()
	for _, cancel := range a.cancel {
		cancel()
	}
	a.mu.Unlock()
	a.running.Wait()
}
