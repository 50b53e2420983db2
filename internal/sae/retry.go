package sae

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/url"
	"time"
)

// maxAttempts is how often a call may fail for temporary reasons. Being throttled does
// not count: SAE did not take the call, it is only late.
const maxAttempts = 5

// call makes one call: it keeps the pace, and repeats the call while that may help.
func (c *Client) call(ctx context.Context, a action, query url.Values) (answer, error) {
	if err := c.reach.lost(c.pace); err != nil {
		return answer{}, err
	}
	for failed := 0; ; {
		number, err := c.pace.enter(ctx)
		if err != nil {
			return answer{}, ended(ctx, a, err)
		}
		found, err := c.send(ctx, a, query)
		c.pace.leave(number, err)
		c.reach.record(err)
		c.stats.add(c.pace, err)
		throttled, _ := throttling(err)
		switch {
		case !Temporary(err):
			return found, err
		case throttled:
			continue // the pace waits
		}
		if failed++; failed == maxAttempts {
			return answer{}, fmt.Errorf("after %d attempts: %w", failed, err)
		}
		if sleep(ctx, backoff(c.pace.unit(), failed)); ctx.Err() != nil {
			return answer{}, ended(ctx, a, ctx.Err())
		}
	}
}

// backoff returns how long to wait after that many failures: up to 1, 2, 4, 8 seconds
// where unit is one, but at least half of it, and at random, so that calls that failed
// together are not repeated together.
func backoff(unit time.Duration, failed int) time.Duration {
	half := unit << (failed - 1) / 2
	return half + rand.N(half+1)
}

// ended returns the error of a call that was given up while it waited.
func ended(ctx context.Context, a action, err error) error {
	if ctx.Err() == nil {
		return err
	}
	return &Error{Action: a.String(), Message: ctx.Err().Error(), cause: ctx.Err()}
}
