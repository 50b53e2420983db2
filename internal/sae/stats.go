package sae

import (
	"sync"
	"time"
)

// Stats says what a client has done.
type Stats struct {
	// Calls counts the attempts that were made, pages and templates alike.
	Calls int
	// Throttled counts those that were too many, Failed those that came to
	// nothing for another reason that passes. All of them were made again, or
	// the call's error says so.
	Throttled, Failed int
	// PausedUntil is when the pause of now ends; zero: there is none.
	PausedUntil time.Time
	// Paused is the length of all pauses, that of now included.
	Paused time.Duration
}

// Stats returns what was done until now.
func (c *Client) Stats() Stats { return c.watch.stats(c.pace) }

// watch counts, and tells who wants to know.
type watch struct {
	tell func(Stats) // may be nil

	// telling is held while tell runs: it is called by one at a time, and never
	// with less than before. mu is another, so that it may ask for Stats.
	telling sync.Mutex
	mu      sync.Mutex
	counted Stats
}

// count takes note of an attempt.
func (w *watch) count(p *Pace, err error) {
	w.telling.Lock()
	defer w.telling.Unlock()
	w.mu.Lock()
	w.counted.Calls++
	if throttled, _ := throttling(err); throttled {
		w.counted.Throttled++
	} else if Temporary(err) {
		w.counted.Failed++
	}
	w.mu.Unlock()
	if w.tell != nil {
		w.tell(w.stats(p))
	}
}

func (w *watch) stats(p *Pace) Stats {
	w.mu.Lock()
	defer w.mu.Unlock()
	s := w.counted
	s.PausedUntil, s.Paused = p.paused()
	return s
}
