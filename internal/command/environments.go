package command

import (
	"context"

	"saejob/internal/config"
	"saejob/internal/console"
)

// eachEnvironment does something for one environment after the other. One that
// fails does not keep the others from it; the number of those is returned. An
// interrupt ends it.
func eachEnvironment(ctx context.Context, con *console.Console, all []config.Environment, do func(config.Environment) error) (failed int, err error) {
	for _, e := range all {
		err := do(e)
		switch {
		case ctx.Err() != nil:
			return failed, ctx.Err()
		case err != nil:
			complain(con, e.Name, err)
			con.Raise(console.CannotRun)
			failed++
		}
	}
	return failed, nil
}
