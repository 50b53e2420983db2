package command

import (
	"context"
	"fmt"
	"time"

	"saejob/diff"
	"saejob/internal/config"
	"saejob/internal/inert"
	"saejob/internal/report"
	"saejob/internal/text"
)

type driftCmd struct {
	Env    []string `arg:"" optional:"" help:"Environments of .saejob.yaml; all by default."`
	Output []string `short:"o" sep:"none" placeholder:"FORMAT[=FILE]" help:"Write a report: ${diffFormats}; to stdout, or to FILE. Can be repeated."`
	FailOn string   `enum:"error,warning,info,never" default:"info" help:"Exit with 1 from changes of this severity on: ${enum}."`
	liveFlags
}

// Run compares the directory of each environment with what is live. One that
// cannot be read does not keep the others from it.
func (c *driftCmd) Run(ctx context.Context, a *app) error {
	outputs, err := report.ParseOutputs(c.Output, diffFormats...)
	if err != nil {
		return err
	}
	all, err := a.environments(c.Env, len(c.Env) == 0)
	if err != nil {
		return err
	}
	o, err := c.options(a)
	if err != nil {
		return err
	}
	cloud, err := c.newCloud(a)
	if err != nil {
		return err
	}
	result := diff.Result{Complete: true}
	for _, e := range all {
		one, err := drift(ctx, cloud.reader(o.Key), e, o)
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			a.complain("%s: %s", inert.Line(e.Name), inert.Lines(err.Error()))
			a.raise(cannotRun)
			continue
		}
		if len(all) > 1 {
			a.say("%s: %s", inert.Line(e.Name), one.SummaryLine())
		}
		result.Add(one)
	}
	if result.From == "" {
		return nil // none could be compared, which was said
	}
	return a.reportDiff(outputs, result, c.FailOn)
}

func (c *driftCmd) options(a *app) (o diff.Options, err error) {
	if o.Key, err = a.key(); err != nil {
		return o, err
	}
	g, err := a.grounds()
	if err != nil {
		return o, err
	}
	g.accept(&o)
	o.Now = time.Now()
	return o, nil
}

// drift compares the directory of an environment with what is live.
func drift(ctx context.Context, reader *sources, e config.Environment, o diff.Options) (diff.Result, error) {
	defer reader.Close()
	from, err := reader.Open(ctx, asPath(e.Directory))
	if err != nil {
		return diff.Result{}, fmt.Errorf("%w; saejob export %s writes it", err, e.Name)
	}
	to, err := reader.Open(ctx, "live:"+e.Name)
	if err != nil {
		return diff.Result{}, err
	}
	result := diff.Compare(from, to, o)
	if err := reader.done(ctx); err != nil {
		return result, err
	}
	if result.FromCount == 0 {
		return result, fmt.Errorf("%s holds no template; saejob export %s writes them", text.Quote(e.Directory), e.Name)
	}
	return result, nil
}
