package command

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"saejob/internal/check"
	"saejob/internal/config"
	"saejob/internal/job"
	"saejob/internal/plan/read"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/internal/source"
	"saejob/internal/text"
	"saejob/lint"
	"saejob/rules"
	"saejob/schema"
)

type lintCmd struct {
	Sources []string `arg:"" optional:"" name:"source" help:"Files or directories, revisions of git as in main:jobs, live templates as in live:prod or live:cn-beijing:test, or - for standard input. By default the directories of the environments, else the current one."`
	Output  []string `short:"o" sep:"none" placeholder:"FORMAT[=FILE]" help:"Write a report: ${lintFormats}; to stdout, or to FILE. Can be repeated."`
	FailOn  string   `enum:"error,warning,info,never" default:"error" help:"Exit with 1 from this severity on: ${enum}."`
	Since   string   `placeholder:"REF" help:"Judge only the files that are not as they were in this revision of git, and what is in no file; rules about several templates still see all."`
	From    string   `name:"policy-from" placeholder:"REF" help:"Take the configuration and the suppressions from this revision of git: a change does not decide what it is judged by. Those that it adds are listed."`
	stdinName
	liveFlags
	Engine string `enum:"plan,cue" default:"plan" hidden:""`
}

func (c *lintCmd) Run(ctx context.Context, a *app) error {
	outputs, err := report.ParseOutputs(c.Output, lintFormats...)
	if err != nil {
		return err
	}
	revisions := a.reader()
	defer revisions.Close()
	policy, err := c.policy(ctx, a, revisions)
	if err != nil {
		return err
	}
	key, err := a.key() // with the names of the policy's configuration
	if err != nil {
		return err
	}
	reader, err := c.reader(a, key)
	if err != nil {
		return err
	}
	defer reader.Close()
	linter, err := c.linter(a, policy, key)
	if err != nil {
		return err
	}
	result, err := c.check(ctx, a, reader, linter)
	if err != nil {
		return err
	}
	if err := a.emit(outputs, c.formats(a, result)); err != nil {
		return err
	}
	if len(result.Unread) > 0 {
		a.raise(incomplete)
	}
	if fails(&result, c.FailOn) {
		a.raise(found)
	}
	a.say("%s", result.Summary())
	return nil
}

// linter says what to judge by.
func (c *lintCmd) linter(a *app, policy lint.Policy, key secret.Key) (linter *lint.Linter, err error) {
	linter = &lint.Linter{Key: key, Schema: lint.Plan, Rules: rules.All(), Policy: policy, Now: time.Now(), Saw: a.detail}
	if c.Engine == "cue" {
		linter.Rules = nil
		linter.Schema, err = cueEngine()
	}
	return linter, err
}

// policy says how much findings matter, and which are accepted. One of a revision
// says, too, what is to be judged.
func (c *lintCmd) policy(ctx context.Context, a *app, reader *source.Reader) (p lint.Policy, err error) {
	whole := len(c.Sources) == 0 && c.Since == ""
	if c.From != "" {
		var sources []string
		p, sources, err = a.policyFrom(ctx, reader, c.From)
		if len(c.Sources) == 0 {
			c.Sources = sources
		}
	} else {
		var configuration *config.Config
		if configuration, err = a.configuration(); err == nil {
			p, err = judgment(configuration)
		}
	}
	p.Whole = whole
	return p, err
}

// check checks every source.
func (c *lintCmd) check(ctx context.Context, a *app, reader *sources, linter *lint.Linter) (result lint.Result, err error) {
	sources, err := a.sources(c.Sources)
	if err != nil {
		return result, err
	}
	if reader.StdinName, err = c.named(sources); err != nil {
		return result, err
	}
	var snapshots []job.Snapshot
	for _, text := range sources {
		snapshot, err := reader.Open(ctx, text)
		if err != nil {
			return result, err
		}
		snapshots = append(snapshots, snapshot)
	}
	if linter.Judges, err = c.judges(ctx, reader.Reader, snapshots); err != nil {
		return result, err
	}
	result = linter.Check(snapshots...)
	if err := reader.done(ctx); err != nil {
		return result, err
	}
	for _, empty := range result.Empty {
		return result, fmt.Errorf("%s holds no template%s", text.Quote(empty.Source), skippedNote(empty.Skipped))
	}
	return result, nil
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

func fails(r *lint.Result, failOn string) bool {
	return slices.ContainsFunc([]severity.Severity{severity.Info, severity.Warning, severity.Error}, func(s severity.Severity) bool {
		least, ok := severity.Parse(failOn)
		return ok && s >= least && r.Count(s) > 0
	})
}

// cueEngine has CUE itself judge: yes or no. Tests hold the plan to it.
func cueEngine() (func(*job.Template) []check.Mistake, error) {
	judge, err := read.NewJudge(schema.Files, "#JobTemplate")
	if err != nil {
		return nil, err
	}
	return func(t *job.Template) []check.Mistake {
		if accepted, _ := judge.Accepts(t.Raw()); accepted {
			return nil
		}
		return []check.Mistake{{Name: "cue", At: t.Root.Range, Message: "CUE refuses this template"}}
	}, nil
}
