package command

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"saejob/internal/atomic"
	"saejob/internal/config"
	"saejob/internal/console"
	"saejob/internal/inert"
	"saejob/internal/text"
	"saejob/internal/workspace"
)

type initCmd struct {
	Region    string   `placeholder:"REGION" help:"Only templates of this region, such as cn-beijing. By default all whose files are below this directory, else $$ALIBABA_CLOUD_REGION_ID."`
	Namespace []string `sep:"none" placeholder:"NS" help:"Only this namespace: test, or cn-beijing:test. Can be repeated; each is an environment."`
	Force     bool     `help:"Replace the configuration that is there."`
}

// Run writes the starter configuration.
func (c *initCmd) Run(ctx context.Context, con *console.Console) error {
	if err := c.free(); err != nil {
		return err
	}
	proposals, err := workspace.Propose(ctx, c.Region, c.Namespace)
	if err != nil {
		return err
	}
	var environments []config.Environment
	for _, p := range proposals {
		environments = append(environments, p.Environment)
	}
	content := config.Starter(environments)
	// What was found can be called anything, and anything can be in the way.
	if _, problems, err := config.Parse(config.Name, content, names); err != nil {
		return err
	} else if len(problems) > 0 {
		return fmt.Errorf("%s was not written: %s", config.Name, problems[0].Message)
	}
	write := atomic.Create
	if c.Force {
		write = atomic.Output
	}
	if err := write(config.Name, content); err != nil {
		return fmt.Errorf("%s cannot be written: %w", config.Name, err)
	}
	con.Say("wrote %s", config.Name)
	next(con, proposals)
	return nil
}

// free returns an error where a configuration is there that must not be replaced.
func (c *initCmd) free() error {
	file, err := config.Find(".")
	switch {
	case err != nil || file == "" || c.Force:
		return err
	case file == config.Name:
		return errors.New("a configuration already exists: " + text.Quote(file) + "; saejob init --force replaces it")
	}
	return errors.New("a configuration already exists: " + text.Quote(file) + "; saejob init --force writes another one, for this directory and those below")
}

// next says what to do with the environments.
func next(con *console.Console, proposals []workspace.Proposal) {
	for _, p := range proposals {
		of := strings.Join(p.Namespaces, ", ")
		if of == "" {
			of = p.Region
		}
		con.Say("%s: %s, to %s", inert.Line(p.Name), inert.Line(of), inert.Line(p.Directory))
		if p.Files > 0 {
			con.Say("  each environment has a directory of its own: move %s of it from %s to %s",
				text.Count(p.Files, "file"), inert.Line(p.Elsewhere), inert.Line(p.Directory))
		}
	}
	con.Say("next: saejob lint, and saejob export %s", inert.Line(proposals[0].Name))
}
