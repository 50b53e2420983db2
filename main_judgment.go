package main

import (
	"path"
	"slices"
	"strings"

	"saejob/diff"
	"saejob/internal/check"
	"saejob/internal/config"
	"saejob/internal/job"
	"saejob/internal/source"
	"saejob/internal/suppression"
	"saejob/lint"
)

// vocabulary knows the names of rules and changes that a configuration may use.
func vocabulary() config.Vocabulary { return config.Vocabulary{Rule: settable, Ignored: suggest} }

// settable says why a rule's severity cannot be set; empty: it can.
func settable(rule string) string {
	meant, known := lint.SuggestRule(rule)
	switch {
	case !known && meant != "":
		return "there is no rule " + job.Quote(rule) + "; did you mean " + meant + "?"
	case !known:
		return "there is no rule " + job.Quote(rule) + "; saejob rules lists them"
	case !lint.Lowerable(rule):
		return rule + " stays an error; accept a finding with a suppression, which gives its reason"
	}
	return ""
}

// suggest says whether a name is that of a rule or a change, or which was meant.
func suggest(name string) (meant string, known bool) {
	var changes []string
	for _, id := range diff.IDs() {
		changes = append(changes, id.Name)
	}
	if slices.Contains(changes, name) {
		return name, true
	}
	if meant, known = lint.SuggestRule(name); known || meant != "" {
		return meant, known
	}
	return check.Closest(name, changes), false
}

// judgment turns a configuration into what lint goes by.
func judgment(c *config.Config) (lint.Policy, error) {
	p := lint.Policy{Suggest: suggest}
	if c.File == "" {
		return p, nil
	}
	file, err := source.Place(c.File)
	if err != nil {
		return p, err
	}
	folder := path.Dir(file)
	for _, s := range c.Severities {
		p.Severities = append(p.Severities, lint.Severity{Rule: s.Rule, Files: below(folder, s.Files), Severity: s.Severity})
	}
	for _, s := range c.Suppressions {
		placed := *s
		placed.File, placed.Files = file, below(folder, s.Files)
		p.Suppressions = append(p.Suppressions, &placed)
	}
	p.Environment, err = environments(c)
	return p, err
}

// below gives globs from a folder as globs of places.
func below(folder string, globs []string) []string {
	var all []string
	for _, glob := range globs {
		all = append(all, path.Join(suppression.Literal(folder), glob))
	}
	return all
}

// environments says to which environment the file at a place belongs.
func environments(c *config.Config) (func(place string) string, error) {
	dirs := map[string]string{}
	for _, e := range c.Environments {
		place, err := source.Place(e.Directory)
		if err != nil {
			return nil, err
		}
		dirs[e.Name] = place
	}
	return func(place string) string {
		for name, dir := range dirs {
			if dir == "." || strings.HasPrefix(place, dir+"/") {
				return name
			}
		}
		return ""
	}, nil
}
