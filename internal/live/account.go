package live

import (
	"context"

	"saejob/internal/sae"
	"saejob/internal/sae/login"
)

// account is who calls.
type account struct {
	pace        *sae.Pace
	credentials sae.Source
}

// account returns the account of the user's profile of that name; empty: of the
// usual order. Options that name a login win. It has the pace of another account,
// if the key is the same: two profiles may have it.
func (c *Cloud) account(ctx context.Context, profile string) account {
	who := c.Login
	if who == (login.Login{}) {
		who.Profile = profile
	} else {
		profile = ""
	}
	if a, ok := c.accounts[profile]; ok {
		return a
	}
	a := account{pace: sae.NewPace(c.Rate, c.Window), credentials: who.Source()}
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
