package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"saejob/export"
	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/source"
	"saejob/internal/text"
)

type fmtCmd struct {
	Check bool `help:"Write nothing; exit with 1 if a file is not in the normal form."`
	stdinName
	Paths []string `arg:"" optional:"" name:"path" help:"Files or directories, or - for standard input. By default the directories of the environments, else the current one."`
}

func (c *fmtCmd) Run(ctx context.Context, a *app) error {
	sources, err := a.sources(c.Paths)
	if err != nil {
		return err
	}
	reader := a.reader()
	if reader.StdinName, err = c.named(sources); err != nil {
		return err
	}
	defer reader.Close()
	seen, changed := 0, 0
	for _, name := range sources {
		if kind := source.KindOf(name); kind != source.Path && kind != source.Standard {
			return fmt.Errorf("%s is no path; fmt writes files (one with a colon in its name is written ./%s)", text.Quote(name), name)
		}
		snapshot, err := reader.Open(ctx, name)
		if err != nil {
			return err
		}
		has, did := c.files(a, snapshot)
		if has == 0 {
			return fmt.Errorf("%s holds no template in YAML; saejob export --from writes answers in JSON as such", text.Quote(name))
		}
		seen, changed = seen+has, changed+did
	}
	if c.Check && changed > 0 {
		a.raise(found)
	}
	a.say("%s", formatted(seen, changed, c.Check))
	return nil
}

// files brings the templates of a source into the normal form and counts them.
func (c *fmtCmd) files(a *app, snapshot job.Snapshot) (seen, changed int) {
	for _, ref := range snapshot.Refs {
		did, err := c.file(a, ref)
		switch {
		case errors.Is(err, job.ErrNotTemplate):
			continue
		case err != nil:
			a.complain("%s: %s", inert.Line(ref.Place), inert.Line(err.Error()))
			a.raise(incomplete)
		}
		seen++
		if did {
			changed++
		}
	}
	return seen, changed
}

func formatted(seen, changed int, check bool) string {
	what := "brought into the normal form"
	if check {
		what = "not in the normal form"
	}
	files := fmt.Sprintf("%d files", seen)
	if seen == 1 {
		files = "1 file"
	}
	return fmt.Sprintf("%s, %d %s", files, changed, what)
}

// file brings a file into the normal form and says whether it was in another.
func (c *fmtCmd) file(a *app, ref job.Ref) (changed bool, err error) {
	if ref.File != "" && strings.EqualFold(filepath.Ext(ref.File), ".json") {
		return false, job.ErrNotTemplate // the normal form is YAML
	}
	doc, err := ref.Open()
	if err == nil {
		err = unread(doc)
	}
	if err != nil {
		return false, err
	}
	job.Normalize(doc.Template)
	text := job.Print(doc.Template)
	if ref.File == "" && !c.Check {
		_, err := a.stdout.Write(text)
		return false, err
	}
	if bytes.Equal(text, doc.Text) {
		return false, nil
	}
	if c.Check {
		a.say("%s", inert.Line(ref.Place))
		return true, nil
	}
	if err := export.Replace(ref.File, text); err != nil {
		return false, err
	}
	a.say("%s", inert.Line(ref.Place))
	return true, nil
}
