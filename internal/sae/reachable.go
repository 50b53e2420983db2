package sae

import (
	"fmt"
	"sync"
	"time"
)

// maxSilence is how long, in windows, calls are made when none is answered. Then the
// network is gone, or SAE is: each of some thousand calls would be made five times in
// vain.
const maxSilence = 5

// reachability is whether SAE has answered lately.
type reachability struct {
	mu sync.Mutex
	// since is when the first of the attempts ended after which none was answered, and
	// why the last one was not; zero when it was.
	since time.Time
	why   error
}

// record notes the outcome of an attempt. Being throttled is an answer, too.
func (r *reachability) record(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	throttled, _ := throttling(err)
	switch {
	case !Temporary(err) || throttled:
		r.since, r.why = time.Time{}, nil
	case r.since.IsZero():
		r.since, r.why = time.Now(), err
	default:
		r.why = err
	}
}

// lost returns an error when no more calls are worth making.
func (r *reachability) lost(p *Pace) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.since.IsZero() || time.Since(r.since) <= maxSilence*p.window {
		return nil
	}
	return fmt.Errorf("no call was answered for %s: %w", time.Since(r.since).Round(p.unit()), r.why)
}
