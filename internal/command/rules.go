package command

import (
	"saejob/diff"
	"saejob/internal/catalog"
	"saejob/internal/console"
)

type rulesCmd struct {
	Name    string `arg:"" optional:"" help:"What to explain: a rule as findings show it, such as schema/cpu-memory or cpu-memory; a field; or a change of diff, such as cpu-changed."`
	Changes bool   `help:"List what diff calls changes, instead of rules."`
}

// Run lists the rules, or explains one.
func (c *rulesCmd) Run(con *console.Console) error {
	switch {
	case c.Name == "" && c.Changes:
		return diff.ListIDs(con.Out)
	case c.Name == "":
		return catalog.List(con.Out, catalog.Rules())
	}
	if found, err := diff.ExplainID(con.Out, c.Name); found || err != nil {
		return err
	}
	return catalog.Explain(con.Out, c.Name)
}
