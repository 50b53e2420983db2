package command

import (
	"context"
	"errors"
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
		return meant{reader: reader.Reader, w: w, sources: []string{c.File}}.explain(ctx, err)
	}
	ref, doc, err := c.only(con, snapshot)
	if err := reader.Done(ctx); err != nil {
		return err
	}
	if ref == nil {
		return err
	}
	if err == nil {
		err = doc.Unread()
	}
	if err != nil {
		complain(con, ref.Place, err)
		con.Raise(console.Incomplete)
		return nil
	}
	secret.Redact(doc.Template, key)
	_, err = con.Out.Write(job.Answer(doc.Template))
	return err
}

// only opens the one template of a source. Without a reference, there is not exactly one;
// else the error is why it cannot be read.
func (c *renderCmd) only(con *console.Console, snapshot job.Snapshot) (ref *job.Ref, doc job.Document, err error) {
	skipped, found := 0, 0
	for i := range snapshot.Refs {
		r := &snapshot.Refs[i]
		if r.Known.AppID != "" && len(snapshot.Refs) > 1 {
			found++ // a list tells it
			continue
		}
		opened, why := r.Open()
		if errors.Is(why, job.ErrNotTemplate) {
			skipped++
			con.Detail(r.Place, job.Skipped(why))
			continue
		}
		if found++; found == 1 {
			ref, doc, err = r, opened, why
		}
	}
	switch {
	case found == 0:
		return nil, doc, fmt.Errorf("%s holds no template%s", text.Quote(c.File), text.Skipped(skipped))
	case found > 1:
		return nil, doc, fmt.Errorf("%s holds %d templates; render needs exactly one%s", text.Quote(c.File), found, text.Skipped(skipped))
	case skipped > 0:
		con.Say("1 template%s", text.Skipped(skipped))
	}
	return ref, doc, err
}
