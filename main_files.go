package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"saejob/diff"
	"saejob/internal/check"
	"saejob/internal/job"
	"saejob/internal/plan/read"
	"saejob/internal/report"
	"saejob/internal/secret"
	"saejob/internal/source"
	"saejob/lint"
	"saejob/schema"
)

type lintCmd struct {
	Sources []string `arg:"" optional:"" name:"source" help:"Files or directories, or - for standard input. The current directory by default."`
	Output  []string `short:"o" sep:"none" placeholder:"FORMAT[=FILE]" help:"Write a report: text or json; to stdout, or to FILE. Can be repeated."`
	FailOn  string   `enum:"error,warning,info,never" default:"error" help:"Exit with 1 from this severity on: ${enum}."`
	Engine  string   `enum:"plan,cue" default:"plan" hidden:""`
}

func (c *lintCmd) Run(a *app) error {
	outputs, err := report.ParseOutputs(c.Output, "text", "json")
	if err != nil {
		return err
	}
	key, err := redactKey()
	if err != nil {
		return err
	}
	linter := &lint.Linter{Key: key, Schema: lint.Plan}
	if c.Engine == "cue" {
		if linter.Schema, err = cueEngine(); err != nil {
			return err
		}
	}
	var result lint.Result
	for _, text := range orHere(c.Sources) {
		snapshot, err := a.reader().Open(text)
		if err != nil {
			return err
		}
		part := linter.Check(snapshot)
		if part.Templates+len(part.Unread) == 0 {
			return fmt.Errorf("%s holds no template%s", job.Quote(text), skippedNote(part.Skipped))
		}
		result.Add(part)
	}
	if err := a.emit(outputs, map[string]func(io.Writer) error{
		"text": func(w io.Writer) error { return report.LintText(w, result, a.style()) },
		"json": func(w io.Writer) error { return report.LintJSON(w, result) },
	}); err != nil {
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

func fails(r *lint.Result, failOn string) bool {
	return slices.ContainsFunc([]lint.Severity{lint.Info, lint.Warning, lint.Error}, func(s lint.Severity) bool {
		least, ok := lint.ParseSeverity(failOn)
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

// redactKey gives the user's key for secrets, else one of this run's own.
func redactKey() (secret.Key, error) {
	if text := os.Getenv(redactKeyName); text != "" {
		key, err := secret.ParseKey(text)
		if err != nil {
			return key, fmt.Errorf("%s: %w", redactKeyName, err)
		}
		return key, nil
	}
	return secret.RandomKey(), nil
}

const redactKeyName = "SAEJOB_REDACT_KEY"

func orHere(sources []string) []string {
	if len(sources) == 0 {
		return []string{"."}
	}
	return sources
}

func skippedNote(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d files are something else)", n)
}

func (a *app) reader() source.Reader { return source.Reader{Stdin: a.stdin} }

// emit writes each report to where it was asked for.
func (a *app) emit(outputs []report.Output, formats map[string]func(io.Writer) error) error {
	for _, o := range outputs {
		if o.File == "" {
			if err := formats[o.Format](a.stdout); err != nil {
				return err
			}
			continue
		}
		var text bytes.Buffer
		if err := formats[o.Format](&text); err != nil {
			return err
		}
		if err := os.WriteFile(o.File, text.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

type diffCmd struct {
	From       string   `arg:"" help:"A file or directory, or - for standard input."`
	To         string   `arg:"" help:"What to compare it with."`
	Output     []string `short:"o" sep:"none" placeholder:"FORMAT[=FILE]" help:"Write a report: text or json; to stdout, or to FILE. Can be repeated."`
	ShowHidden bool     `help:"Show what differs between environments by nature too."`
	FailOn     string   `enum:"error,warning,info,never" default:"info" help:"Exit with 1 from changes of this severity on: ${enum}."`
}

func (c *diffCmd) Run(a *app) error {
	outputs, err := report.ParseOutputs(c.Output, "text", "json")
	if err != nil {
		return err
	}
	key, err := redactKey()
	if err != nil {
		return err
	}
	from, err := a.reader().Open(c.From)
	if err != nil {
		return err
	}
	to, err := a.reader().Open(c.To)
	if err != nil {
		return err
	}
	result := diff.Compare(from, to, diff.Options{Key: key, ShowHidden: c.ShowHidden})
	switch 0 {
	case result.FromCount:
		return fmt.Errorf("%s holds no template", job.Quote(c.From))
	case result.ToCount:
		return fmt.Errorf("%s holds no template", job.Quote(c.To))
	}
	if err := a.emit(outputs, map[string]func(io.Writer) error{
		"text": func(w io.Writer) error { return report.DiffText(w, result, a.style()) },
		"json": func(w io.Writer) error { return report.DiffJSON(w, result) },
	}); err != nil {
		return err
	}
	if !result.Complete {
		a.raise(incomplete)
	}
	if result.Reaches(c.FailOn) {
		a.raise(found)
	}
	a.say("%s", result.SummaryLine())
	return nil
}

type renderCmd struct {
	As   string `enum:"describe" required:"" help:"What to turn it into: describe, the Data that DescribeJob returned."`
	File string `arg:"" help:"A template, or - for standard input."`
}

func (c *renderCmd) Run(a *app) error {
	snapshot, err := a.reader().Open(c.File)
	if err != nil {
		return err
	}
	if len(snapshot.Refs) != 1 {
		return fmt.Errorf("%s is a directory; render takes one file", job.Quote(c.File))
	}
	doc, err := snapshot.Refs[0].Open()
	if err == nil {
		err = unread(doc)
	}
	if err != nil {
		a.complain("%s: %s", report.Safe(snapshot.Refs[0].Place), report.Safe(err.Error()))
		a.raise(incomplete)
		return nil
	}
	key, err := redactKey()
	if err != nil {
		return err
	}
	secret.Redact(doc.Template, key)
	_, err = a.stdout.Write(job.Answer(doc.Template))
	return err
}

// unread says why a document is not to be trusted; nil if it is.
func unread(doc job.Document) error {
	if len(doc.Problems) == 0 && doc.Template != nil {
		return nil
	}
	if len(doc.Problems) == 0 {
		return errors.New("holds no template")
	}
	p := doc.Problems[0]
	return fmt.Errorf("line %d, column %d: %s", p.Range.Line, p.Range.Column, p.Message)
}
