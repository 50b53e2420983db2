package command

import (
	"context"
	"fmt"
	"strings"

	"saejob/internal/atomic"
	"saejob/internal/config"
	"saejob/internal/console"
	"saejob/internal/inert"
	"saejob/internal/text"
	"saejob/internal/workspace"
)

type initCmd struct{}

// Run writes the starter configuration.
func (initCmd) Run(ctx context.Context, con *console.Console) error {
	if file, err := config.Find("."); err != nil {
		return err
	} else if file != "" {
		return fmt.Errorf("a configuration already exists: %s", text.Quote(file))
	}
	environments, err := workspace.Discover(ctx)
	if err != nil {
		return err
	}
	if err := atomic.Create(config.Name, config.Starter(environments)); err != nil {
		return err
	}
	con.Say("wrote %s", config.Name)
	next(con, environments)
	return nil
}

// next says what to do with the environments that were found.
func next(con *console.Console, environments []config.Environment) {
	if len(environments) == 0 {
		con.Say("next: add an environment to it, or set ALIBABA_CLOUD_REGION_ID before saejob init; then saejob export --all")
		return
	}
	for _, e := range environments {
		of := strings.Join(e.Namespaces, ", ")
		if of == "" {
			of = e.Region
		}
		con.Say("%s: %s, to %s", inert.Line(e.Name), inert.Line(of), inert.Line(e.Directory))
	}
	con.Say("next: saejob lint, and saejob export %s", inert.Line(environments[0].Name))
}
