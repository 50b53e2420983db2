package command

import (
	"encoding/json"

	"saejob/internal/console"
	"saejob/internal/sae"
)

type policyCmd struct{}

// Run prints the minimal policy that a RAM user or role needs.
func (policyCmd) Run(con *console.Console) error {
	type statement struct {
		Effect   string
		Action   []string
		Resource string
	}
	policy := struct {
		Version   string
		Statement []statement
	}{"1", []statement{{"Allow", sae.Actions(), "*"}}}
	enc := json.NewEncoder(con.Out)
	enc.SetIndent("", "  ")
	if err := enc.Encode(policy); err != nil {
		return err
	}
	con.Say("sae:DescribeJob alone is enough for export --app-id")
	return nil
}
