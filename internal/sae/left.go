package sae

import "time"

// Left returns how long it takes at least until as many calls more are let in: by
// the rate, by what was called in the last window, and by the pause of now.
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
