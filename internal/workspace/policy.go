//go:build ignore

package command

import (
	"path"
	"slices"
	"strings"

	"saejob/diff"
	"saejob/internal/config"
	"saejob/internal/glob"
	"saejob/internal/source"
	"saejob/internal/suppression"
	"saejob/internal/text"
	"saejob/lint"
)

// vocabulary knows the names of rules and changes that a configuration may use.
func vocabulary() config.Vocabulary { return config.Vocabulary{Rule: settable, Ignored: suggest} }

// settable says why a rule's severity cannot be set; empty: it can.
func settable(rule string) string {
	meant, known := lint.SuggestRule(rule)
	switch {
	case !known && meant != "":
		return "there is no rule " + text.Quote(rule) + "; did you mean " + meant + "?"
	case !known:
		return "there is no rule " + text.Quote(rule) + "; saejob rules lists them"
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
	return text.Closest(name, changes), false
}

// judgment turns a configuration into what lint goes by.
func judgment(c *config.Config) (lint.Policy, error) {
	p := lint.Policy{Suggest: suggest}
	g, err := newGrounds(c)
	if err != nil || c.File == "" {
		return p, err
	}
	for _, s := range c.Severities {
		p.Severities = append(p.Severities, lint.Severity{Rule: s.Rule, Files: g.globs(s.Files), Severity: s.Severity})
	}
	p.Suppressions, p.Path, p.Environment = g.suppressions(), pathIn, g.environment
	return p, nil
}

// grounds are a configuration with the places of what it names.
type grounds struct {
	*config.Config
	// file is the place of the configuration.
	file string
	// directories are the places of those of the environments.
	directories []string
}

func (a *app) grounds() (*grounds, error) {
	c, err := a.configuration()
	if err != nil {
		return nil, err
	}
	return newGrounds(c)
}

func newGrounds(c *config.Config) (g *grounds, err error) {
	g = &grounds{Config: c}
	if c.File == "" {
		return g, nil
	}
	if g.file, err = source.Place(c.File); err != nil {
		return nil, err
	}
	for _, e := range c.Environments {
		place, err := source.Place(e.Directory)
		if err != nil {
			return nil, err
		}
		g.directories = append(g.directories, place)
	}
	return g, nil
}

// suppressions gives those of the configuration, with globs of places.
func (g *grounds) suppressions() []*suppression.Suppression {
	var all []*suppression.Suppression
	for _, s := range g.Suppressions {
		placed := *s
		placed.File, placed.Files = g.file, g.globs(s.Files)
		all = append(all, &placed)
	}
	return all
}

// accept has a comparison leave out what the configuration accepts.
func (g *grounds) accept(o *diff.Options) {
	o.Suppressions, o.Path, o.Environment = g.suppressions(), pathIn, g.environment
}

// mappings gives those between two environments.
func (g *grounds) mappings(from, to string) []diff.Mapping {
	var all []diff.Mapping
	for _, m := range g.Mappings {
		a, b := m.Values[from], m.Values[to]
		if a != "" && b != "" {
			all = append(all, diff.Mapping{From: a, To: b, Path: m.Path, File: g.file, At: m.At})
		}
	}
	return all
}

// globs gives globs from the configuration's folder as globs of places.
func (g *grounds) globs(globs []string) []string {
	var all []string
	for _, pattern := range globs {
		all = append(all, path.Join(glob.Literal(path.Dir(g.file)), pattern))
	}
	return all
}

// environment says to which environment what is at a place belongs: a file, now or
// in a revision, by its directory; what is live by its namespace.
func (g *grounds) environment(place string) string {
	if live, ok := strings.CutPrefix(place, "live:"); ok {
		namespace, _, _ := strings.Cut(live, "/")
		return g.environmentOf(strings.TrimSuffix(namespace, ":"))
	}
	file := pathIn(place)
	for i, dir := range g.directories {
		if dir == "." || strings.HasPrefix(file, dir+"/") {
			return g.Environments[i].Name
		}
	}
	return ""
}

// environmentOf says to which environment a namespace belongs.
func (g *grounds) environmentOf(namespace string) string {
	region, name, _ := strings.Cut(namespace, ":")
	for _, e := range g.Environments {
		if e.Region == region && (len(e.Namespaces) == 0 || slices.Contains(e.Namespaces, name) || slices.Contains(e.Namespaces, namespace)) {
			return e.Name
		}
	}
	return ""
}

// pathIn gives the path of a place in its repository: that of a revision without
// the revision.
func pathIn(place string) string {
	if source.KindOf(place) == source.Revision {
		_, place, _ = strings.Cut(place, ":")
	}
	return place
}
