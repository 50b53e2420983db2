package command

import (
	"fmt"

	"saejob/internal/console"
	"saejob/internal/plan/read"
	plans "saejob/internal/plan/write"
	"saejob/internal/report"
	"saejob/schema"
)

type schemaCmd struct {
	Of     string `enum:"template,findings,changes" default:"template" help:"What to describe: a template, or the JSON reports of lint (findings) and diff (changes): ${enum}."`
	Format string `enum:"cue,jsonschema,auto" default:"auto" help:"Language: cue (only for a template) or jsonschema (for editors: draft 7 for a template, 2020-12 for the reports)."`
}

// Run prints a schema.
func (c *schemaCmd) Run(con *console.Console) error {
	var content []byte
	var err error
	switch {
	case c.Of == "findings" && c.Format != "cue":
		return report.FindingsSchema(con.Out)
	case c.Of == "changes" && c.Format != "cue":
		return report.ChangesSchema(con.Out)
	case c.Of != "template":
		return fmt.Errorf("--of %s has no schema in CUE; remove --format, or use --format jsonschema", c.Of)
	case c.Format == "jsonschema":
		// Editors judge by it.
		if err := schema.Fresh(); err != nil {
			return err
		}
		content, err = plans.JSONSchema(&schema.Template, "Job template of Serverless App Engine")
	default:
		content, err = read.Publish(schema.Files, "template.cue")
	}
	if err != nil {
		return err
	}
	_, err = con.Out.Write(content)
	return err
}
