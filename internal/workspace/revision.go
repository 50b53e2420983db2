package workspace

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"saejob/internal/config"
	"saejob/internal/job"
	"saejob/internal/source"
	"saejob/internal/suppression"
	"saejob/internal/text"
)

// revision is what a workspace of a revision has beside the configuration there.
type revision struct {
	ref string
	// sources are what is judged where nothing is named.
	sources []string
	// added are the suppressions of the working tree that are not in the revision,
	// to be listed.
	added []*suppression.Suppression
	// trusted returns the suppressions that the file of a template has there.
	trusted func(t *job.Template, place string) []*suppression.Suppression
}

// At returns the workspace of a revision: its configuration, and the suppressions in
// its files. What was changed since decides nothing of what it is judged by.
func (w *Workspace) At(ctx context.Context, reader *source.Reader, ref string) (*Workspace, error) {
	c, err := w.configIn(ctx, reader, ref)
	if err != nil {
		return nil, fmt.Errorf("--policy-from %s: %w", ref, err)
	}
	r := &revision{sources: directories(c.Environments, w.config.Environments)}
	c.Environments = together(c.Environments, w.config.Environments)
	there := &Workspace{config: c, names: w.names, asked: w.asked, revision: r}
	if err := there.place(); err != nil {
		return nil, err
	}
	r.ref, r.added = ref, addedTo(there.suppressions(), w.suppressions())
	r.trusted = func(t *job.Template, place string) []*suppression.Suppression {
		return suppressionsIn(ctx, reader, ref, t, pathIn(place))
	}
	return there, nil
}

// configIn reads the configuration of a revision: the one that was named, else the
// nearest to the current directory that stands in the revision, whichever is the
// nearest here.
func (w *Workspace) configIn(ctx context.Context, reader *source.Reader, ref string) (*config.Config, error) {
	files := []string{w.asked}
	if w.asked == "" {
		var err error
		if files, err = source.Above(config.Name); err != nil {
			return nil, err
		}
	}
	for _, file := range files {
		if w.asked == "" {
			if err := notMisnamed(ctx, reader, ref, filepath.Join(filepath.Dir(file), config.OtherName)); err != nil {
				return nil, err
			}
		}
		place, content, err := fileIn(ctx, reader, ref, file)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		} else if err != nil {
			return nil, err
		}
		c, problems, err := config.Parse(file, content, w.names)
		if err != nil {
			return nil, err
		}
		if len(problems) > 0 {
			return nil, &Mistakes{ref + ":" + place, problems}
		}
		return c, nil
	}
	return &config.Config{File: files[len(files)-1]}, nil
}

// fileIn reads the configuration of a revision, and returns its place.
func fileIn(ctx context.Context, reader *source.Reader, ref, file string) (place string, content []byte, err error) {
	if place, err = source.Place(file); err != nil {
		return "", nil, err
	}
	if !filepath.IsLocal(filepath.FromSlash(place)) {
		return "", nil, fmt.Errorf("the configuration %s is outside of the repository, so no revision has it", text.Quote(file))
	}
	content, err = reader.File(ctx, ref, place)
	return place, content, err
}

// notMisnamed refuses a revision with a file that was meant to be the configuration, as
// the working tree is refused.
func notMisnamed(ctx context.Context, reader *source.Reader, ref, file string) error {
	place, _, err := fileIn(ctx, reader, ref, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	}
	return fmt.Errorf("%s:%s is not read; rename it to %s, and commit that", ref, place, config.Name)
}

// suppressionsIn returns the suppressions of a template that stand in the file of
// that place in a revision. Where the file was another template's, or is new, it has
// none.
func suppressionsIn(ctx context.Context, reader *source.Reader, ref string, t *job.Template, place string) []*suppression.Suppression {
	content, err := reader.File(ctx, ref, place)
	if err != nil {
		return nil
	}
	was, _ := job.Parse(content)
	if was == nil || was.Identity().Name != t.Identity().Name {
		return nil
	}
	return suppression.InFile(was, place, content)
}

// together returns the environments of the revision, then those here that have a
// directory of their own. One of these has no name where the revision has an
// environment of it: what is accepted there must not move to other files.
func together(there, here []config.Environment) []config.Environment {
	all := slices.Clone(there)
	for _, e := range here {
		if slices.ContainsFunc(there, func(t config.Environment) bool { return t.Directory == e.Directory }) {
			continue
		}
		if slices.ContainsFunc(there, func(t config.Environment) bool { return t.Name == e.Name }) {
			e.Name = ""
		}
		all = append(all, e)
	}
	return all
}

// directories returns those of the environments of the revision that are still
// there, and those of the environments here: no file is looked at less for not being
// one of an environment. Without environments all files are looked at.
func directories(there, here []config.Environment) []string {
	var all []string
	for _, e := range there {
		if _, err := os.Stat(e.Directory); err == nil {
			all = append(all, AsPath(e.Directory))
		}
	}
	if len(all) == 0 {
		return []string{"."}
	}
	for _, e := range here {
		if dir := AsPath(e.Directory); !slices.Contains(all, dir) {
			all = append(all, dir)
		}
	}
	return all
}

// addedTo returns the suppressions here that are not among the trusted ones, each
// marked as added.
func addedTo(trusted, here []*suppression.Suppression) []*suppression.Suppression {
	suppression.MarkAdded(here, trusted)
	return slices.DeleteFunc(here, func(s *suppression.Suppression) bool { return !s.Added })
}
