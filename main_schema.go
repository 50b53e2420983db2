package main

import (
	"fmt"
	"runtime/debug"

	"saejob/diff"
	"saejob/internal/plan/read"
	"saejob/lint"
	"saejob/schema"
)

type rulesCmd struct {
	Name    string `arg:"" optional:"" help:"A rule, as it stands behind a finding: schema/cpu-memory; or just cpu-memory, or a field's name; or what diff calls a change: cpu-changed."`
	Changes bool   `help:"List what diff calls changes, instead of rules."`
}

func (c *rulesCmd) Run(a *app) error {
	switch {
	case c.Name == "" && c.Changes:
		return diff.ListIDs(a.stdout)
	case c.Name == "":
		return lint.ListRules(a.stdout)
	}
	if found, err := diff.ExplainID(a.stdout, c.Name); found || err != nil {
		return err
	}
	return lint.ExplainRule(a.stdout, c.Name)
}

type schemaCmd struct {
	Format string `enum:"cue" default:"cue" help:"Language of the schema: ${enum}."`
}

func (c *schemaCmd) Run(a *app) error {
	text, err := read.Publish(schema.Files, "template.cue")
	if err != nil {
		return err
	}
	_, err = a.stdout.Write(text)
	return err
}

type versionCmd struct{}

func (versionCmd) Run(a *app) error {
	_, err := fmt.Fprintln(a.stdout, "saejob", version())
	return err
}

// version is the module's, as the build recorded it; devel where it did not.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}
