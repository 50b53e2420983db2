package main

import (
	"fmt"
	"io"

	"saejob/diff"
	"saejob/internal/job"
	"saejob/internal/report"
)

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
