package sae

import (
	"context"
	"fmt"
	"sync"
	"time"
)

const (
	// defaultRate leaves some of the quota, which is 60 calls a minute for all
	// APIs and tools of one user together, to the others.
	defaultRate = 50
	// defaultWindow is the quota's minute and a little: its clock is not ours.
	defaultWindow = 61 * time.Second
)

// Pace keeps calls below a quota: it lets in so many within any window of time, in the
// order in which they come, and pauses all of them when SAE says that they are too many. The quota is one of the user, not of the region: clients of several
// regions share a Pace. It may be used by several goroutines at once.
type Pace struct {
	rate   int
	window time.Duration
	// turn is held by the call that waits for its place in the window. The
	// others queue for it; a channel serves first who came first.
	turn chan struct{}

	mu sync.Mutex
	// entered counts the calls let in so far; each has its number.
	entered int
	running int
	// ended is when the calls of the last window ended. A place is free a window
	// after the end, not after the beginning: however long a call was on its way,
	// the quota counted it before its answer came.
	ended []time.Time
	hold  hold
}

// NewPace returns a pace of rate calls in any window; 0 means 50 calls, and 61 seconds.
// Other waits, pauses without a hint and the time between attempts, are in proportion to
// the window.
func NewPace(rate int, window time.Duration) *Pace {
	if rate <= 0 {
		rate = defaultRate
	}
	if window <= 0 {
		window = defaultWindow
	}
	return &Pace{rate: rate, window: window, turn: make(chan struct{}, 1)}
}

// unit returns a second where the window is a minute.
func (p *Pace) unit() time.Duration { return max(p.window/61, 1) }

// enter waits until one more call may be made, and returns its number. The error
// is the context's, or says that SAE throttles every call.
func (p *Pace) enter(ctx context.Context) (number int, err error) {
	select {
	case p.turn <- struct{}{}:
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	defer func() { <-p.turn }()
	for {
		// A select takes any case that is ready, and canceled goes first.
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		number, wait, err := p.admit()
		if err != nil || wait <= 0 {
			return number, err
		}
		sleep(ctx, wait)
	}
}

// admit lets one call in, or returns how long to wait before asking again.
func (p *Pace) admit() (number int, wait time.Duration, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if now.Before(p.hold.until) {
		return 0, p.hold.until.Sub(now), p.hopeless(now)
	}
	p.forget(now)
	switch {
	case p.running+len(p.ended) < p.rate:
		p.entered++
		p.running++
		return p.entered, 0, nil
	case len(p.ended) > 0:
		return 0, p.window - now.Sub(p.ended[0]), nil
	}
	return 0, p.window, nil // one that ends meanwhile leaves no place before that
}

// forget frees the places of calls whose window is over.
func (p *Pace) forget(now time.Time) {
	for len(p.ended) > 0 && now.Sub(p.ended[0]) >= p.window {
		p.ended = p.ended[1:]
	}
}

// hopeless returns an error when the pause is not worth waiting for.
func (p *Pace) hopeless(now time.Time) error {
	if p.hold.until.Sub(p.hold.since) <= maxThrottled*p.window {
		return nil
	}
	return fmt.Errorf("throttled on every call for %s: %w", now.Sub(p.hold.since).Round(p.unit()), p.hold.why)
}

// leave ends the call of that number, and notes its outcome.
func (p *Pace) leave(number int, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.running--
	now := time.Now()
	p.ended = append(p.ended, now)
	if throttled, hint := throttling(err); throttled {
		p.pause(number, now, hint, err)
	} else if number > p.hold.after {
		p.hold.since, p.hold.last = time.Time{}, 0
	}
}

// Left returns how long it takes at least until that many more calls are let in: by the
// rate, by the calls of the last window, and by the current pause.
func (p *Pace) Left(calls int) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	p.forget(now)
	if calls <= 0 {
		return 0
	}
	// The last of them takes one of as many places as the rate, in its turn:
	// those that are free, then those of calls that ended, then those of calls
	// under way, which end now at the earliest.
	turns, place := time.Duration((calls-1)/p.rate), (calls-1)%p.rate
	var wait time.Duration
	switch free := p.rate - p.running - len(p.ended); {
	case place >= free+len(p.ended):
		wait = p.window
	case place >= free:
		wait = p.window - now.Sub(p.ended[place-free])
	}
	return max(wait, p.hold.until.Sub(now)) + turns*p.window
}

// sleep waits until d is over or the context ends.
func sleep(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}
