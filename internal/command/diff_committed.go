package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"saejob/diff"
	"saejob/internal/git"
	"saejob/internal/hint"
	"saejob/internal/job"
	"saejob/internal/live"
	"saejob/internal/source"
	"saejob/internal/text"
	"saejob/internal/workspace"
)

// check refuses one source without the other.
func (c *diffCmd) check(w *workspace.Workspace) error {
	switch {
	case c.From != "" && c.To == "", c.From == "" && c.To != "":
		return hint.Add(fmt.Errorf("diff needs two sources, and only %s is named", text.Quote(c.From+c.To)), "type saejob diff "+partner(w, c.From+c.To))
	case c.From == "" && c.Base != "":
		return errors.New("--base needs two sources that come from it: type saejob diff --base main:jobs HEAD:jobs live:ENV")
	}
	return nil
}

// partner returns a source with one that it is likely to be compared with.
func partner(w *workspace.Workspace, name string) string {
	files := workspace.AsPath(filepath.ToSlash(w.Sources(nil)[0]))
	switch source.KindOf(name) {
	case source.Path:
		if path := filepath.ToSlash(name); there(name) {
			return committedAs(path) + " " + path
		}
		if e, err := w.Environment(name); err == nil {
			return workspace.AsPath(filepath.ToSlash(e.Directory)) + " live:" + name
		}
		return "FROM TO, such as saejob diff " + committedAs(files) + " " + files
	case source.Revision:
		if _, path := git.SplitRevision(name); path != "" {
			return name + " " + workspace.AsPath(path)
		}
		return name + " ."
	}
	if e, ok := w.EnvironmentOf(name); ok {
		files = workspace.AsPath(filepath.ToSlash(e.Directory))
	}
	return files + " " + name
}

// committedAs spells a directory as it is committed.
func committedAs(dir string) string {
	if dir == "." {
		return "HEAD:"
	}
	return "HEAD:" + dir
}

// committed compares the directories of the environments, or the current one, as they
// are committed with as they are.
func (c *diffCmd) committed(ctx context.Context, reader *live.Reader, w *workspace.Workspace, o diff.Options) (diff.Result, error) {
	if _, err := reader.Open(ctx, "HEAD:"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return diff.Result{}, hint.Add(err, "diff without FROM and TO compares what is committed with the files; name both: saejob diff FROM TO")
	}
	result, dirs := diff.Result{Complete: true}, w.Sources(nil)
	for _, dir := range dirs {
		one, err := c.committedDir(ctx, reader, dir, o)
		if err != nil {
			return result, err
		}
		result.Add(one)
	}
	switch {
	case result.FromCount+result.ToCount == 0:
		return result, fmt.Errorf("%s: no template is there, and none is committed", strings.Join(dirs, ", "))
	case len(result.Templates) == 0:
		return result, fmt.Errorf("no template in %s matches --app-id and --name", strings.Join(dirs, ", "))
	}
	return result, reader.Done(ctx)
}

// committedDir compares a directory as it is committed with as it is. It may be there
// on one side only.
func (c *diffCmd) committedDir(ctx context.Context, reader *live.Reader, dir string, o diff.Options) (diff.Result, error) {
	path, err := relative(dir)
	if err != nil {
		return diff.Result{}, err
	}
	from, err := ifThere(reader.Open(ctx, committedAs(path)))
	if err != nil {
		return diff.Result{}, err
	}
	to, err := ifThere(reader.Open(ctx, dir))
	if err != nil {
		return diff.Result{}, err
	}
	from.Name, to.Name = committedAs(path), dir
	return diff.Compare(from, to, o), nil
}

// relative returns the path of a directory from the current one, with "/": a revision
// knows no other.
func relative(dir string) (string, error) {
	if !filepath.IsAbs(dir) {
		return filepath.ToSlash(filepath.Clean(dir)), nil
	}
	here, err := os.Getwd()
	if err != nil {
		return "", err
	}
	path, err := filepath.Rel(here, dir)
	return filepath.ToSlash(path), err
}

// ifThere returns a snapshot; an empty one, where the source is not there.
func ifThere(s job.Snapshot, err error) (job.Snapshot, error) {
	if errors.Is(err, fs.ErrNotExist) {
		return job.Snapshot{}, nil
	}
	return s, err
}
