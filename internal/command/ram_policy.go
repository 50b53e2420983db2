package command

import (
	"encoding/json"

	"saejob/internal/sae"
)

type policyCmd struct{}

// Run prints the least policy that a RAM user or role needs.
func (policyCmd) Run(a *app) error {
	type statement struct {
		Effect   string
		Action   []string
		Resource string
	}
	policy := struct {
		Version   string
		Statement []statement
	}{"1", []statement{{"Allow", sae.Actions(), "*"}}}
	enc := json.NewEncoder(a.stdout)
	enc.SetIndent("", "  ")
	return enc.Encode(policy)
}
