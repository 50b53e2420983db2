package command

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"saejob/export"
	"saejob/internal/inert"
	"saejob/internal/secret"
)

// environments exports one environment after the other, each into its own
// directory. One that cannot be exported does not keep the others from it.
func (c *exportCmd) environments(ctx context.Context, cloud *cloud, key secret.Key) error {
	a := cloud.app
	if err := c.checkEnvironments(); err != nil {
		return err
	}
	all, err := a.environments(c.Env, c.All)
	if err != nil {
		return err
	}
	if len(all) > 1 && len(c.AppID) > 0 {
		return errors.New("--app-id is of one environment; name that one alone")
	}
	var total export.Summary
	failed := 0
	for _, e := range all {
		e.Directory = filepath.ToSlash(e.Directory)
		r := &exportRun{exportCmd: c, cloud: cloud, key: key, of: e}
		summary, err := r.run(ctx)
		switch {
		case ctx.Err() != nil:
			return err
		case err != nil:
			a.complain("%s: %s", inert.Line(e.Name), inert.Lines(err.Error()))
			a.raise(cannotRun)
			failed++
		default:
			a.say("%s: %s", inert.Line(e.Name), tally(summary, c.Check))
		}
		total.Add(summary)
	}
	if len(all) > 1 {
		a.say("%s, %s", countEnvironments(len(all), failed), tally(total, c.Check))
	}
	return nil
}

func countEnvironments(n, failed int) string {
	if failed == 0 {
		return fmt.Sprintf("%d environments", n)
	}
	return fmt.Sprintf("%d of %d environments", n-failed, n)
}

// checkEnvironments refuses flags for what an environment says itself.
func (c *exportCmd) checkEnvironments() error {
	for _, flag := range []struct {
		name  string
		given bool
	}{
		{"--region", c.Region != ""}, {"--namespace", len(c.Namespace) > 0}, {"-d", c.Dir != ""}, {"--from", c.From != ""},
	} {
		if flag.given {
			return fmt.Errorf("%s does not go with an environment, which says itself what is exported, and where to; leave one of them out", flag.name)
		}
	}
	return nil
}
