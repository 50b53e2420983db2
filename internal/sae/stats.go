package sae

import (
	"sync"
	"time"
)

// Stats is what a client has done.
type Stats struct {
	// Calls counts the attempts that were made, pages and templates alike.
	Calls int
	// Throttled counts those that were too many, Failed those that failed for another
	// temporary reason. All of them were repeated, or the call's error says so.
	Throttled, Failed int
	// PausedUntil is when the current pause ends; zero: there is none.
	PausedUntil time.Time
	// Paused is the length of all pauses, the current one included.
	Paused time.Duration
}

// counter counts attempts, and passes the counts on.
type counter struct {
	watch func(Stats) // may be nil

	// watching is held while watch runs: it is called by one at a time, and never with
	// less than before. mu is another, so that it may ask for Stats.
	watching sync.Mutex
	mu       sync.Mutex
	counted  Stats
}

// add counts an attempt.
func (c *counter) add(p *Pace, err error) {
	c.watching.Lock()
	defer c.watching.Unlock()
	c.mu.Lock()
	c.counted.Calls++
	if throttled, _ := throttling(err); throttled {
		c.counted.Throttled++
	} else if Temporary(err) {
		c.counted.Failed++
	}
	c.mu.Unlock()
	if c.watch != nil {
		c.watch(c.now(p))
	}
}

func (c *counter) now(p *Pace) Stats {
	c.mu.Lock()
	defer c.mu.Unlock()
	s := c.counted
	s.PausedUntil, s.Paused = p.paused()
	return s
}
