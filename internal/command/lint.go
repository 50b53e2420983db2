package command

import (
	"context"
	"fmt"
	"maps"
	"time"

	"saejob/internal/console"
	"saejob/internal/job"
	"saejob/internal/plan/read"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/internal/source"
	"saejob/internal/text"
	"saejob/internal/workspace"
	"saejob/lint"
	"saejob/rules"
	"saejob/schema"
)

type lintCmd struct {
	Sources []string `arg:"" optional:"" name:"source" help:"Files or directories, revisions of git as in main:jobs (main...:jobs is the merge base with HEAD, :jobs the index), live templates as in live:prod or live:cn-beijing:test, or - for standard input. By default the directories of the environments, else the current one."`
	Output  []string `short:"o" sep:"none" placeholder:"FORMAT[=FILE]" help:"Write a report: ${lintFormats}; to stdout, or to FILE; FORMAT+=FILE appends. Can be repeated."`
	FailOn  string   `enum:"error,warning,info,never" default:"error" help:"Exit with 1 if a finding has this severity or a higher one: ${enum}."`
	Since   string   `placeholder:"REF" help:"Check only files that changed since this revision of git (main... is the merge base with HEAD), and what is in no file; rules about several templates still see all."`
	policyFrom
	stdinName
	liveFlags
	Engine string `enum:"plan,cue" default:"plan" help:"What judges by the schema: plan, the tables read out of it; or cue, CUE itself in its own words, about 100 times slower. CUE only accepts or refuses: what it refuses is one error a template, also where plan only warns (an unknown field, a value that is not listed, JSON text), so it may exit with 1 where plan exits with 0. The rules apply as always."`
}

// Run checks every source and writes the reports.
func (c *lintCmd) Run(ctx context.Context, con *console.Console, w *workspace.Workspace) error {
	outputs, err := report.LintFormats.Parse(c.Output)
	if err != nil {
		return err
	}
	w, done, err := c.policy(ctx, w)
	if err != nil {
		return err
	}
	defer done()
	result, err := c.check(ctx, con, w)
	if err != nil {
		return err
	}
	if err := writeReports(con, report.LintFormats, outputs, result, c.run(w)); err != nil {
		return err
	}
	if len(result.Unread) > 0 {
		con.Raise(console.Incomplete)
	}
	if result.Reaches(c.FailOn) {
		con.Raise(console.Found)
	}
	con.Say("%s", result.Summary())
	return nil
}

// check checks every source.
func (c *lintCmd) check(ctx context.Context, con *console.Console, w *workspace.Workspace) (result lint.Result, err error) {
	key, err := w.Key()
	if err != nil {
		return result, err
	}
	reader, err := c.reader(con, w, key)
	if err != nil {
		return result, err
	}
	defer reader.Close()
	sources := w.Sources(c.Sources)
	if reader.StdinName, err = c.named(sources); err != nil {
		return result, err
	}
	var snapshots []job.Snapshot
	for _, name := range sources {
		snapshot, err := reader.Open(ctx, name)
		if err != nil {
			return result, meant{reader: reader.Reader, w: w, sources: sources}.explain(ctx, err)
		}
		snapshots = append(snapshots, snapshot)
	}
	linter, err := c.linter(con, w, key)
	if err != nil {
		return result, err
	}
	if linter.Judges, err = c.judges(ctx, reader.Reader, snapshots); err != nil {
		return result, err
	}
	result = linter.Check(snapshots...)
	if err := reader.Done(ctx); err != nil {
		return result, err
	}
	if len(result.Empty) > 0 {
		empty := result.Empty[0]
		return result, fmt.Errorf("%s holds no template%s", text.Quote(empty.Source), skipped(empty.Skipped))
	}
	return result, nil
}

// linter returns what judges.
func (c *lintCmd) linter(con *console.Console, w *workspace.Workspace, key secret.Key) (*lint.Linter, error) {
	linter := &lint.Linter{Key: key, Schema: lint.Plan(), Rules: rules.All(), Policy: w.Policy(), Now: time.Now(), Saw: con.Detail}
	linter.Policy.Whole = len(c.Sources) == 0 && c.Since == ""
	if c.Engine == "cue" {
		judge, err := read.NewJudge(schema.Files, "#JobTemplate")
		if err != nil {
			return nil, err
		}
		linter.Schema = lint.ByCUE(judge.Refusal)
	}
	return linter, nil
}

// skipped counts the files that are no template.
func skipped(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return " (1 file is not a template)"
	}
	return fmt.Sprintf(" (%d files are not templates)", n)
}

// judges says which templates are to be judged; nil: all.
func (c *lintCmd) judges(ctx context.Context, reader *source.Reader, snapshots []job.Snapshot) (func(place string) bool, error) {
	if c.Since == "" {
		return nil, nil
	}
	changed := map[string]bool{}
	for _, s := range snapshots {
		places, err := reader.Changed(ctx, c.Since, s.Refs)
		if err != nil {
			return nil, fmt.Errorf("--since %s: %w", c.Since, err)
		}
		maps.Copy(changed, places)
		for _, ref := range s.Refs {
			if ref.File == "" {
				changed[ref.Place] = true // it is in no work tree
			}
		}
	}
	return func(place string) bool { return changed[place] }, nil
}

// run returns what reports say of the run.
func (c *lintCmd) run(w *workspace.Workspace) report.Run {
	failing, _ := severity.Parse(c.FailOn)
	return report.Run{Category: c.category(w), Failing: failing}
}

// category tells the reports about different environments apart.
func (c *lintCmd) category(w *workspace.Workspace) string {
	if len(c.Sources) == 1 {
		if e, ok := w.EnvironmentOf(c.Sources[0]); ok {
			return "saejob/lint/" + e.Name
		}
	}
	return "saejob/lint"
}
