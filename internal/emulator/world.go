package emulator

import (
	"sync"
	"time"
)

// world is what an emulator has and a fault can change.
type world struct {
	store  store
	quotas quotas
	clock  clock
}

// clock is the server's: the real one, and how far it is ahead of that.
type clock struct {
	real func() time.Time

	mu   sync.Mutex
	skew time.Duration
}

// now returns what the clock shows.
func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.real().Add(c.skew)
}

// set sets the clock ahead.
func (c *clock) set(skew time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.skew = skew
}
