package command

import (
	"context"
	"fmt"

	"saejob/diff"
	"saejob/internal/console"
	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/text"
	"saejob/internal/workspace"
)

type diffCmd struct {
	From       string   `arg:"" help:"A file or directory, a revision of git as in main:jobs, live templates as in live:prod or live:cn-beijing:test, or - for standard input."`
	To         string   `arg:"" help:"What to compare it with."`
	Base       string   `placeholder:"SOURCE" help:"What FROM and TO both come from. With it, each change is marked: made in TO (drift), in FROM (pending), in both and different (conflict), or in both and equal (converged). FROM is what is committed, TO what is live."`
	AppID      []string `name:"app-id" sep:"none" placeholder:"ID" help:"Only the template with this AppId. Can be repeated."`
	Name       string   `placeholder:"GLOB" help:"Only templates whose name matches, such as 'nightly-*'."`
	ShowHidden bool     `help:"Also show what always differs between environments, such as the VPC."`
	diffFlags
	policyFrom
	liveFlags
}

// Run compares two sources and writes the reports.
func (c *diffCmd) Run(ctx context.Context, con *console.Console, w *workspace.Workspace) error {
	outputs, err := report.DiffFormats.Parse(c.Output)
	if err != nil {
		return err
	}
	w, done, err := c.policyOfSecrets(ctx, con, w)
	if err != nil {
		return err
	}
	defer done()
	result, err := c.compare(ctx, con, w)
	if err != nil {
		return err
	}
	return c.report(con, outputs, result)
}

func (c *diffCmd) compare(ctx context.Context, con *console.Console, w *workspace.Workspace) (diff.Result, error) {
	o, err := c.options(w)
	if err != nil {
		return diff.Result{}, err
	}
	reader, err := c.reader(con, w, o.Key)
	if err != nil {
		return diff.Result{}, err
	}
	defer reader.Close()
	from, err := reader.Open(ctx, c.From)
	if err != nil {
		return diff.Result{}, err
	}
	to, err := reader.Open(ctx, c.To)
	if err != nil {
		return diff.Result{}, err
	}
	if c.Base != "" {
		base, err := reader.Open(ctx, c.Base)
		if err != nil {
			return diff.Result{}, err
		}
		o.Base = &base
	}
	result := diff.Compare(from, to, o)
	if err := reader.Done(ctx); err != nil {
		return result, err
	}
	if o.Base != nil && result.BaseCount == 0 {
		return result, fmt.Errorf("%s holds no template", text.Quote(c.Base))
	}
	switch {
	case result.FromCount == 0:
		err = fmt.Errorf("%s holds no template", text.Quote(c.From))
	case result.ToCount == 0:
		err = fmt.Errorf("%s holds no template", text.Quote(c.To))
	case len(result.Templates) == 0:
		err = fmt.Errorf("neither %s nor %s holds a template that matches --app-id and --name", text.Quote(c.From), text.Quote(c.To))
	}
	return result, err
}

// options says how to compare. Two sources may be two environments.
func (c *diffCmd) options(w *workspace.Workspace) (o diff.Options, err error) {
	if o, err = c.diffFlags.options(w); err != nil {
		return o, err
	}
	o.ShowHidden = c.ShowHidden
	selection := job.Selection{AppIDs: c.AppID, Name: c.Name}
	if err := selection.Check(); err != nil {
		return o, err
	}
	o.Only = selection.Has
	from, isFrom := w.EnvironmentOf(c.From)
	to, isTo := w.EnvironmentOf(c.To)
	if o.Environments = isFrom && isTo && from.Name != to.Name; o.Environments {
		o.Mappings = w.Mappings(from.Name, to.Name)
	}
	return o, nil
}
