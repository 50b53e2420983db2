package sae

import (
	"fmt"
	"sync"
	"time"
)

// forlorn is for how long, in windows, calls are made when none is answered. Then
// the network is gone, or SAE is: each of some thousand calls would be made five
// times in vain.
const forlorn = 5

// line is what a client knows of its way to SAE.
type line struct {
	mu sync.Mutex
	// dead is when the first of the attempts was over after which none was answered,
	// and why the last one was not; zero when it was.
	dead time.Time
	why  error
}

// heard takes note of an attempt. That there were too many is an answer as well.
func (l *line) heard(err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	throttled, _ := throttling(err)
	switch {
	case !Temporary(err) || throttled:
		l.dead, l.why = time.Time{}, nil
	case l.dead.IsZero():
		l.dead, l.why = time.Now(), err
	default:
		l.why = err
	}
}

// gone is an error when no more calls are worth making.
func (l *line) gone(p *Pace) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.dead.IsZero() || time.Since(l.dead) <= forlorn*p.window {
		return nil
	}
	return fmt.Errorf("no call was answered for %s: %w", time.Since(l.dead).Round(p.unit()), l.why)
}
