package sae

import "time"

// In windows: how long a pause may be, whatever SAE asks for, and for how long calls are
// repeated when all are throttled.
const (
	maxPause     = 10
	maxThrottled = 15
)

// hold is the pause that all calls of a [Pace] wait for, or the last one.
type hold struct {
	// until is when it ends.
	until time.Time
	// after is the number of the last call that was made before it began. What calls up
	// to that one say is no news: they were on their way.
	after int
	// last is how long it is when SAE gives no hint.
	last time.Duration
	// since is when the first of the pauses began after which every call was throttled,
	// and why what SAE said last; zero when one was not.
	since time.Time
	why   error
	// total is the length of all pauses together.
	total time.Duration
}

// pause pauses all calls, because of the one of that number. Without a hint it is for a
// second, and twice as long each time that does not help.
func (p *Pace) pause(number int, now time.Time, hint time.Duration, why error) {
	h := &p.hold
	news := number > h.after
	if news {
		h.after = p.entered
		if h.since.IsZero() {
			h.since = now
		}
	}
	h.why = why
	length := min(hint, maxPause*p.window)
	if hint <= 0 {
		if !news {
			return // the same moment, reported once more
		}
		h.last = min(max(2*h.last, p.unit()), p.window)
		length = h.last
	}
	if until := now.Add(length); until.After(h.until) {
		begin := now
		if h.until.After(now) {
			begin = h.until
		}
		h.total += until.Sub(begin)
		h.until = until
	}
}

// paused returns until when calls are paused, zero when they are not, and the length of
// all pauses together.
func (p *Pace) paused() (until time.Time, total time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.hold.until.After(time.Now()) {
		until = p.hold.until
	}
	return until, p.hold.total
}
