package command

import (
	"context"
	"fmt"

	"saejob/diff"
	"saejob/internal/console"
	"saejob/internal/job"
	"saejob/internal/live"
	"saejob/internal/report"
	"saejob/internal/text"
	"saejob/internal/workspace"
)

type diffCmd struct {
	From       string   `arg:"" optional:"" help:"A file or directory, a revision of git as in main:jobs (main...:jobs is the merge base with HEAD, :jobs the index), live templates as in live:prod or live:cn-beijing:test, or - for standard input. Without FROM and TO: the directories of the environments, else the current one, as they are committed (HEAD) with as they are."`
	To         string   `arg:"" optional:"" help:"What to compare it with."`
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
	if err := c.check(w); err != nil {
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
	o, err := c.options(con, w)
	if err != nil {
		return diff.Result{}, err
	}
	reader, err := c.reader(con, w, o.Key)
	if err != nil {
		return diff.Result{}, err
	}
	defer reader.Close()
	if c.From == "" {
		return c.committed(ctx, reader, w, o)
	}
	from, to, err := c.open(ctx, reader, w, &o)
	if err != nil {
		return diff.Result{}, err
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
	case len(result.Templates) == 0 && result.Summary.Outside == 0:
		err = fmt.Errorf("neither %s nor %s holds a template that matches --app-id and --name", text.Quote(c.From), text.Quote(c.To))
	}
	return result, err
}

// open opens the sources that are named, and the base.
func (c *diffCmd) open(ctx context.Context, reader *live.Reader, w *workspace.Workspace, o *diff.Options) (from, to job.Snapshot, err error) {
	sources := meant{reader: reader.Reader, w: w, sources: []string{c.From, c.To}}
	if from, err = reader.Open(ctx, c.From); err != nil {
		return from, to, sources.explain(ctx, err)
	}
	if to, err = reader.Open(ctx, c.To); err != nil {
		return from, to, sources.explain(ctx, err)
	}
	if c.Base != "" {
		base, err := reader.Open(ctx, c.Base)
		if err != nil {
			return from, to, meant{reader: reader.Reader, w: w, sources: []string{c.Base}}.explain(ctx, err)
		}
		o.Base = &base
	}
	return from, to, nil
}

// options says how to compare. Two sources may be two environments.
func (c *diffCmd) options(con *console.Console, w *workspace.Workspace) (o diff.Options, err error) {
	if o, err = c.diffFlags.options(con, w); err != nil {
		return o, err
	}
	o.ShowHidden = c.ShowHidden
	selection := job.Selection{AppIDs: c.AppID, Name: c.Name}
	if err := selection.Check(); err != nil {
		return o, err
	}
	o.Only = selection.Has
	w.Bound(&o, c.Base, c.From, c.To)
	from, isFrom := w.EnvironmentOf(c.From)
	to, isTo := w.EnvironmentOf(c.To)
	if o.Environments = isFrom && isTo && from.Name != to.Name; o.Environments {
		o.Mappings = w.Mappings(from.Name, to.Name)
	}
	return o, nil
}
