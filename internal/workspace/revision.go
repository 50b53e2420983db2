//go:build ignore

package command

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
	"saejob/lint"
)

// policyFrom gives the policy as it is in a revision: its configuration, which
// takes the place of the one here, and the suppressions in its files. What was
// changed since decides nothing of what it is judged by. Sources are what is to be
// judged where none is named.
func (a *app) policyFrom(ctx context.Context, reader *source.Reader, ref string) (p lint.Policy, sources []string, err error) {
	here, err := a.configuration()
	if err != nil {
		return p, nil, err
	}
	there, err := a.configurationIn(ctx, reader, ref)
	if err != nil {
		return p, nil, fmt.Errorf("--policy-from %s: %w", ref, err)
	}
	sources = directories(there.Environments, here.Environments)
	there.Environments = together(there.Environments, here.Environments)
	a.config = there
	if p, err = judgment(there); err != nil {
		return p, nil, err
	}
	added, err := addedTo(p.Suppressions, here)
	p.Suppressions = append(p.Suppressions, added...)
	p.Trusted = func(t *job.Template, place string) []*suppression.Suppression {
		return suppressionsIn(ctx, reader, ref, t, pathIn(place))
	}
	return p, sources, err
}

// suppressionsIn gives the suppressions of a template that stand in the file of
// that place in a revision. Where the file was another template's, or is new, it
// has none.
func suppressionsIn(ctx context.Context, reader *source.Reader, ref string, t *job.Template, place string) []*suppression.Suppression {
	text, err := reader.File(ctx, ref, place)
	if err != nil {
		return nil
	}
	was, _ := job.Parse(text)
	if was == nil || was.Identity().Name != t.Identity().Name {
		return nil
	}
	return suppression.InFile(was, place, text)
}

// configurationIn reads the configuration of a revision: the one that --config
// names, else the nearest to the current directory that stands in the revision,
// whichever is the nearest here.
func (a *app) configurationIn(ctx context.Context, reader *source.Reader, ref string) (*config.Config, error) {
	files := []string{a.Config}
	if a.Config == "" {
		var err error
		if files, err = source.Above(config.Name); err != nil {
			return nil, err
		}
	}
	for _, file := range files {
		place, err := source.Place(file)
		if err != nil {
			return nil, err
		}
		if !filepath.IsLocal(filepath.FromSlash(place)) {
			return nil, fmt.Errorf("the configuration %s is outside of the repository; no revision has it", text.Quote(file))
		}
		text, err := reader.File(ctx, ref, place)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		} else if err != nil {
			return nil, err
		}
		c, problems, err := config.Parse(file, text, vocabulary())
		if err != nil {
			return nil, err
		}
		if len(problems) > 0 {
			return nil, a.mistaken(ref+":"+place, problems)
		}
		return c, nil
	}
	return &config.Config{File: files[len(files)-1]}, nil
}

// together gives the environments of the revision, then those here that have a
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

// directories gives those of the environments of the revision that are still
// there, and those of the environments here: no file is looked at less for not
// being one of an environment. Without environments all files are looked at.
func directories(there, here []config.Environment) []string {
	var all []string
	for _, e := range there {
		if _, err := os.Stat(e.Directory); err == nil {
			all = append(all, asPath(e.Directory))
		}
	}
	if len(all) == 0 {
		return []string{"."}
	}
	for _, e := range here {
		if dir := asPath(e.Directory); !slices.Contains(all, dir) {
			all = append(all, dir)
		}
	}
	return all
}

// addedTo gives the suppressions of the configuration here that are not among the
// trusted ones, to be listed.
func addedTo(trusted []*suppression.Suppression, here *config.Config) ([]*suppression.Suppression, error) {
	p, err := judgment(here)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, s := range trusted {
		known[s.Key()] = true
	}
	var added []*suppression.Suppression
	for _, s := range p.Suppressions {
		if s.Added = !known[s.Key()]; s.Added {
			added = append(added, s)
		}
	}
	return added, nil
}
