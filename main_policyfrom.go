package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"

	"saejob/internal/config"
	"saejob/internal/job"
	"saejob/internal/source"
	"saejob/internal/suppression"
	"saejob/lint"
)

// policyFrom gives the policy as it is in a revision: its configuration, which
// takes the place of the one here, and the suppressions in its files. What was
// changed since decides nothing of what it is judged by.
func (a *app) policyFrom(ctx context.Context, reader *source.Reader, ref string) (lint.Policy, error) {
	here, err := a.configuration()
	if err != nil {
		return lint.Policy{}, err
	}
	if a.config, err = a.configurationIn(ctx, reader, ref, here); err != nil {
		return lint.Policy{}, fmt.Errorf("--policy-from %s: %w", ref, err)
	}
	p, err := judgment(a.config)
	if err != nil {
		return p, err
	}
	added, err := addedTo(p.Suppressions, here)
	p.Suppressions = append(p.Suppressions, added...)
	p.Trusted = func(place string) []*suppression.Suppression {
		place = pathIn(place)
		text, err := reader.File(ctx, ref, place)
		if err != nil {
			return nil // the file is new
		}
		t, _ := job.Parse(text)
		if t == nil {
			return nil
		}
		return suppression.InFile(t, place, text)
	}
	return p, err
}

// configurationIn reads the configuration that stands in a revision where it
// stands here, or, where there is none here, at the repository's root. Its
// environments are those here, too.
func (a *app) configurationIn(ctx context.Context, reader *source.Reader, ref string, here *config.Config) (*config.Config, error) {
	file := here.File
	if file == "" {
		var err error
		if file, err = source.FromRoot(config.Name); err != nil {
			return nil, err
		}
	}
	place, err := source.Place(file)
	if err != nil {
		return nil, err
	}
	text, err := reader.File(ctx, ref, place)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	c, problems := config.Parse(file, text, vocabulary())
	if len(problems) > 0 {
		return nil, a.mistaken(ref+":"+place, problems)
	}
	c.Environments = together(here.Environments, c.Environments)
	return c, nil
}

// together gives the environments here, and those of the revision whose directory
// is still there: no file is looked at less for not being one of an environment.
func together(here, there []config.Environment) []config.Environment {
	all := slices.Clone(here)
	for _, e := range there {
		known := slices.ContainsFunc(here, func(h config.Environment) bool { return h.Directory == e.Directory })
		if _, err := os.Stat(e.Directory); err == nil && !known {
			all = append(all, e)
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
