package command

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"saejob/export"
	"saejob/internal/config"
	"saejob/internal/inert"
	"saejob/internal/workspace"
)

// environments exports one environment after the other, each into its own
// directory. One that cannot be exported does not keep the others from it.
func (c *exportCmd) environments(ctx context.Context, w *workspace.Workspace, to transfer) error {
	if err := c.checkEnvironments(); err != nil {
		return err
	}
	if c.All && len(c.Env) > 0 {
		return errors.New("--all already means every environment; remove the names or --all")
	}
	all, err := w.Environments(c.Env)
	if err != nil {
		return err
	}
	if len(all) > 1 && len(c.AppID) > 0 {
		return errors.New("--app-id needs exactly one environment; name only that one")
	}
	total := export.Summary{}
	failed, err := eachEnvironment(ctx, to.con, all, func(e config.Environment) error {
		e.Directory = filepath.ToSlash(e.Directory)
		to.of = e
		summary, err := (&exportRun{exportCmd: c, transfer: to}).run(ctx)
		if err == nil {
			to.con.Say("%s: %s", inert.Line(e.Name), tally(summary, c.Check))
		}
		total.Add(summary)
		return err
	})
	if err != nil {
		return err
	}
	if len(all) > 1 {
		to.con.Say("%s, %s", countEnvironments(len(all), failed), tally(total, c.Check))
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
			return fmt.Errorf("%s cannot be used with an environment, which already sets what is exported and where to; remove one of the two", flag.name)
		}
	}
	return nil
}
