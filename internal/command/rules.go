package command

import (
	"saejob/internal/catalog"
	"saejob/internal/console"
)

type rulesCmd struct {
	Name    string `arg:"" optional:"" help:"What to explain: a rule as findings show it, such as schema/cpu-memory or cpu-memory; a field; or a change of diff, such as cpu-changed."`
	Changes bool   `help:"List what diff calls changes, instead of rules."`
}

// Run lists the rules or the changes, or explains one.
func (c *rulesCmd) Run(con *console.Console) error {
	switch {
	case c.Name != "":
		return catalog.Explain(con.Out, c.Name)
	case c.Changes:
		return catalog.List(con.Out, catalog.Changes())
	}
	return catalog.List(con.Out, catalog.Rules())
}
