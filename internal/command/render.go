package command

import (
	"context"
	"fmt"

	"saejob/internal/console"
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/text"
	"saejob/internal/workspace"
)

type renderCmd struct {
	As   string `enum:"describe" required:"" placeholder:"FORM" help:"What to print: describe, the Data that DescribeJob returned."`
	File string `arg:"" name:"source" help:"One template: a file, a file in a revision of git such as main:jobs/a.yaml, a live one that is alone in its namespace, or - for standard input."`
	liveFlags
}

// Run prints what DescribeJob returned for one template.
func (c *renderCmd) Run(ctx context.Context, con *console.Console, w *workspace.Workspace) error {
	key, err := w.Key()
	if err != nil {
		return err
	}
	reader, err := c.reader(con, w, key)
	if err != nil {
		return err
	}
	defer reader.Close()
	snapshot, err := reader.Open(ctx, c.File)
	if err != nil {
		return meant{reader.Reader, w, []string{c.File}}.explain(ctx, err)
	}
	if len(snapshot.Refs) != 1 {
		return fmt.Errorf("%s holds %d templates; render needs exactly one", text.Quote(c.File), len(snapshot.Refs))
	}
	doc, err := snapshot.Refs[0].Open()
	if err := reader.Done(ctx); err != nil {
		return err
	}
	if err == nil {
		err = doc.Unread()
	}
	if err != nil {
		complain(con, snapshot.Refs[0].Place, err)
		con.Raise(console.Incomplete)
		return nil
	}
	secret.Redact(doc.Template, key)
	_, err = con.Out.Write(job.Answer(doc.Template))
	return err
}
