package command

import (
	"context"

	"saejob/internal/sae"
)

// account is who calls.
type account struct {
	pace        *sae.Pace
	credentials sae.Source
}

// account gives the account of the user's profile of that name; empty: of the
// usual order. A flag that names credentials wins. It has the pace of another
// account, if the key is the same: two profiles may have it.
func (c *cloud) account(ctx context.Context, profile string) account {
	if c.flags.Profile != nil || c.flags.ECSRole.asked {
		profile = ""
	}
	if a, ok := c.accounts[profile]; ok {
		return a
	}
	a := account{pace: sae.NewPace(c.flags.Rate, c.flags.Window), credentials: c.flags.login(profile)}
	if len(c.accounts) > 0 {
		// Without keys it is the first call that says why.
		if mine, err := a.credentials(ctx); err == nil {
			for _, other := range c.accounts {
				if theirs, err := other.credentials(ctx); err == nil && mine.SameKey(theirs) {
					a.pace = other.pace
				}
			}
		}
	}
	c.accounts[profile] = a
	return a
}
