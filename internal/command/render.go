package command

import (
	"context"
	"errors"
	"fmt"

	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/text"
)

type renderCmd struct {
	As   string `enum:"describe" required:"" placeholder:"FORM" help:"What to turn it into: describe, the Data that DescribeJob returned."`
	File string `arg:"" name:"source" help:"One template: a file, also in a revision of git as in main:jobs/a.yaml, live if it is alone in its namespace, or - for standard input."`
	liveFlags
}

func (c *renderCmd) Run(ctx context.Context, a *app) error {
	key, err := a.key()
	if err != nil {
		return err
	}
	reader, err := c.reader(a, key)
	if err != nil {
		return err
	}
	defer reader.Close()
	snapshot, err := reader.Open(ctx, c.File)
	if err != nil {
		return err
	}
	if len(snapshot.Refs) != 1 {
		return fmt.Errorf("%s holds %d templates; render takes one", text.Quote(c.File), len(snapshot.Refs))
	}
	doc, err := snapshot.Refs[0].Open()
	if err := reader.done(ctx); err != nil {
		return err
	}
	if err == nil {
		err = unread(doc)
	}
	if err != nil {
		a.complain("%s: %s", inert.Line(snapshot.Refs[0].Place), inert.Line(err.Error()))
		a.raise(incomplete)
		return nil
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
