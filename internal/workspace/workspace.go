//go:build ignore

package command

import (
	"fmt"
	"path/filepath"
	"strings"

	"saejob/internal/config"
	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/source"
	"saejob/internal/text"
)

// configuration reads the configuration: the one that --config names, else the
// one of the repository. Where there is none, it says nothing.
func (a *app) configuration() (*config.Config, error) {
	if a.config != nil {
		return a.config, nil
	}
	c, err := a.readConfiguration()
	a.config = c
	return c, err
}

func (a *app) readConfiguration() (*config.Config, error) {
	file := a.Config
	if file == "" {
		var err error
		if file, err = config.Find("."); err != nil {
			return nil, err
		}
	}
	if file == "" {
		return &config.Config{}, nil
	}
	c, problems, err := config.Read(file, vocabulary())
	if err != nil {
		return nil, fmt.Errorf("configuration: %w", err)
	}
	if len(problems) > 0 {
		return nil, a.mistaken(file, problems)
	}
	return c, nil
}

// mistaken says what is wrong with a configuration.
func (a *app) mistaken(file string, problems []job.Problem) error {
	for _, p := range problems {
		fmt.Fprintf(a.stderr, "%s:%d:%d: error: %s\n", inert.Line(file), p.Range.Line, p.Range.Column, inert.Line(p.Message))
	}
	if len(problems) == 1 {
		return fmt.Errorf("%s has a mistake, and nothing was done", text.Quote(file))
	}
	return fmt.Errorf("%s has %d mistakes, and nothing was done", text.Quote(file), len(problems))
}

// sources gives the sources that were named; without any, the directories of the
// configured environments; without these, the current one.
func (a *app) sources(named []string) ([]string, error) {
	c, err := a.configuration()
	if err != nil || len(named) > 0 {
		return named, err
	}
	for _, e := range c.Environments {
		named = append(named, asPath(e.Directory))
	}
	if len(named) == 0 {
		named = []string{"."}
	}
	return named, nil
}

// asPath spells a directory so that it is taken for nothing else.
func asPath(dir string) string {
	if source.KindOf(dir) != source.Path {
		return "./" + dir
	}
	return dir
}

// environments finds the environments of those names; all of them where all is
// set.
func (a *app) environments(names []string, all bool) ([]config.Environment, error) {
	c, err := a.configuration()
	switch {
	case err != nil:
		return nil, err
	case all && len(names) > 0:
		return nil, fmt.Errorf("--all is every environment; name none beside it")
	case c.File == "":
		return nil, fmt.Errorf("there is no %s here, nor above up to the repository's root; environments stand in it", config.Name)
	case len(c.Environments) == 0:
		return nil, fmt.Errorf("%s has no environments", text.Quote(c.File))
	case all:
		return c.Environments, nil
	}
	var found []config.Environment
	seen := map[string]bool{}
	for _, name := range names {
		e, ok := c.Environment(name)
		if !ok {
			return nil, fmt.Errorf("there is no environment %s in %s; it has %s", text.Quote(name), text.Quote(c.File), strings.Join(c.Names(), ", "))
		}
		if !seen[name] {
			found = append(found, e)
		}
		seen[name] = true
	}
	return found, nil
}

// environmentOf finds the environment that a source is: live, or its directory as
// it is now or in a revision.
func environmentOf(c *config.Config, text string) (config.Environment, bool) {
	switch source.KindOf(text) {
	case source.Standard:
		return config.Environment{}, false
	case source.Live:
		return c.Environment(strings.TrimPrefix(text, "live:"))
	case source.Revision:
		_, text, _ = strings.Cut(text, ":")
	}
	dir, err := filepath.Abs(text)
	if err != nil {
		return config.Environment{}, false
	}
	for _, e := range c.Environments {
		if full, err := filepath.Abs(e.Directory); err == nil && full == dir {
			return e, true
		}
	}
	return config.Environment{}, false
}
