package command

import (
	"fmt"
	"runtime/debug"

	"saejob/diff"
	"saejob/internal/plan/read"
	plans "saejob/internal/plan/write"
	"saejob/internal/report"
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
	Of     string `enum:"template,findings,changes" default:"template" help:"What it describes: a template; or what -o json of lint and diff writes: ${enum}."`
	Format string `enum:"cue,jsonschema,auto" default:"auto" help:"Language of the schema: cue, which only a template has, or jsonschema (draft 7 of a template, for editors; 2020-12 of the reports)."`
}

func (c *schemaCmd) Run(a *app) error {
	var text []byte
	var err error
	switch {
	case c.Of == "findings" && c.Format != "cue":
		return report.FindingsSchema(a.stdout)
	case c.Of == "changes" && c.Format != "cue":
		return report.ChangesSchema(a.stdout)
	case c.Of != "template":
		return fmt.Errorf("--of %s has no schema in CUE; leave --format out, or write --format jsonschema", c.Of)
	case c.Format == "jsonschema":
		// Editors judge by it.
		if err := schema.Fresh(); err != nil {
			return err
		}
		text, err = plans.JSONSchema(&schema.Template, "Job template of Serverless App Engine")
	default:
		text, err = read.Publish(schema.Files, "template.cue")
	}
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
