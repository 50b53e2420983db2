package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"saejob/internal/atomic"
	"saejob/internal/console"
	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/source"
	"saejob/internal/text"
	"saejob/internal/workspace"
)

type fmtCmd struct {
	Check bool `help:"Write nothing; exit with 1 if a file is not in the normal form."`
	stdinName
	Paths []string `arg:"" optional:"" name:"path" help:"Files or directories, or - for standard input. By default the directories of the environments, else the current one."`
}

// Run formats the templates of every path.
func (c *fmtCmd) Run(ctx context.Context, con *console.Console, w *workspace.Workspace) (err error) {
	sources := w.Sources(c.Paths)
	reader := &source.Reader{Stdin: con.In, Note: note(con)}
	if reader.StdinName, err = c.named(sources); err != nil {
		return err
	}
	defer reader.Close()
	seen, changed, skipped := 0, 0, 0
	for _, name := range sources {
		if kind := source.KindOf(name); kind != source.Path && kind != source.Standard {
			return fmt.Errorf("%s is not a path; fmt formats files (if the name has a colon, write ./%s)", text.Quote(name), name)
		}
		snapshot, err := reader.Open(ctx, name)
		if err != nil {
			return meant{reader: reader, w: w, sources: sources, files: true}.explain(ctx, err)
		}
		has, did, others, err := c.files(con, snapshot)
		if err != nil {
			return err
		}
		if has == 0 {
			return fmt.Errorf("%s holds no template in YAML; to convert answers in JSON, use saejob export --from", text.Quote(name))
		}
		seen, changed, skipped = seen+has, changed+did, skipped+others
	}
	if c.Check && changed > 0 {
		con.Raise(console.Found)
	}
	con.Say("%s", formatted(seen, changed, c.Check)+text.Skipped(skipped))
	return nil
}

// files formats the templates of a source and counts them, and what is skipped. Where
// stdout does not take them, the run ends.
func (c *fmtCmd) files(con *console.Console, snapshot job.Snapshot) (seen, changed, skipped int, err error) {
	for _, ref := range snapshot.Refs {
		did, err := c.file(con, ref)
		switch {
		case errors.Is(err, job.ErrNotTemplate):
			skipped++
			con.Detail(ref.Place, job.Skipped(err))
			continue
		case errors.Is(err, errOutput):
			return seen, changed, skipped, err
		case err != nil:
			complain(con, ref.Place, err)
			con.Raise(console.Incomplete)
		}
		seen++
		if did {
			changed++
		}
	}
	return seen, changed, skipped, nil
}

// errOutput: what was asked for cannot be written to stdout.
var errOutput = errors.New("cannot write to stdout")

func formatted(seen, changed int, check bool) string {
	what := "formatted"
	if check {
		what = "not in the normal form"
	}
	return fmt.Sprintf("%s, %d %s", text.Count(seen, "file"), changed, what)
}

// file formats a file and reports whether that changed it.
func (c *fmtCmd) file(con *console.Console, ref job.Ref) (changed bool, err error) {
	if ref.File != "" && job.IsJSON(ref.File) {
		return false, fmt.Errorf("skipped: JSON, and the normal form is YAML; %w", job.ErrNotTemplate)
	}
	doc, err := ref.Open()
	if err == nil {
		err = doc.Unread()
	}
	if err != nil {
		return false, err
	}
	job.Normalize(doc.Template)
	printed := job.Print(doc.Template)
	if ref.File == "" && !c.Check {
		if _, err := con.Out.Write(printed); err != nil {
			return false, fmt.Errorf("%w: %w", errOutput, text.Cause(err))
		}
		return false, nil
	}
	if bytes.Equal(printed, doc.Text) {
		return false, nil
	}
	if c.Check {
		con.Say("%s", inert.Line(ref.Place))
		return true, nil
	}
	if err := atomic.Replace(ref.File, doc.Text, printed); err != nil {
		return false, err
	}
	con.Say("%s", inert.Line(ref.Place))
	return true, nil
}
