package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"saejob/diff"
	"saejob/internal/config"
	"saejob/internal/console"
	"saejob/internal/inert"
	"saejob/internal/live"
	"saejob/internal/report"
	"saejob/internal/text"
	"saejob/internal/workspace"
)

type driftCmd struct {
	Env []string `arg:"" optional:"" help:"Environments of .saejob.yaml; all by default."`
	diffFlags
	policyFrom
	liveFlags
}

// Run compares the directory of each environment with what is live. One that
// cannot be read does not keep the others from it.
func (c *driftCmd) Run(ctx context.Context, con *console.Console, w *workspace.Workspace) error {
	outputs, err := report.DiffFormats.Parse(c.Output)
	if err != nil {
		return err
	}
	w, done, err := c.policyOfSecrets(ctx, con, w)
	if err != nil {
		return err
	}
	defer done()
	all, err := w.Environments(c.Env)
	if err != nil {
		return err
	}
	o, err := c.options(con, w)
	if err != nil {
		return err
	}
	cloud, err := c.cloud(w)
	if err != nil {
		return err
	}
	result := diff.Result{Complete: true}
	failed, err := eachEnvironment(ctx, con, all, func(e config.Environment) error {
		o := o
		w.Bound(&o, "", workspace.AsPath(e.Directory), "live:"+e.Name)
		one, err := drift(ctx, cloud.Reader(con.In, o.Key, watch(con.Progress(c.Rate))), e, o)
		if err != nil {
			return err
		}
		if len(all) > 1 {
			con.Say("%s: %s", inert.Line(e.Name), one.SummaryLine())
		}
		result.Add(one)
		return nil
	})
	if err != nil || failed == len(all) {
		return err
	}
	return c.report(con, outputs, result)
}

// drift compares the directory of an environment with what is live.
func drift(ctx context.Context, reader *live.Reader, e config.Environment, o diff.Options) (diff.Result, error) {
	defer reader.Close()
	from, err := reader.Open(ctx, workspace.AsPath(e.Directory))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return diff.Result{}, fmt.Errorf("%v; saejob export %s creates it", err, e.Name) // no other advice
	case err != nil:
		return diff.Result{}, err
	}
	to, err := reader.Open(ctx, "live:"+e.Name)
	if err != nil {
		return diff.Result{}, err
	}
	result := diff.Compare(from, to, o)
	if err := reader.Done(ctx); err != nil {
		return result, err
	}
	if result.FromCount == 0 {
		return result, fmt.Errorf("%s holds no template; saejob export %s creates the files", text.Quote(e.Directory), e.Name)
	}
	return result, nil
}
