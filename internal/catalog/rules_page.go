package catalog

import (
	"fmt"
	"strings"
)

// rulesPage returns the page about the computed rules, in Markdown: what [Explain]
// says of each.
func rulesPage() string {
	var b strings.Builder
	b.WriteString(`<!-- Generated from the rules and their cases: go generate ./... DO NOT EDIT. -->

# Rules

What ` + "`saejob lint`" + ` checks beyond [the schema](../schema/README.md). ` + "`saejob rules NAME`" + ` prints the same.
The severity of a rule can be set in ` + "`.saejob.yaml`" + `. To suppress a finding, add a comment with the reason above the entry,
after its value, or at the top of the file:

` + "```yaml\n# saejob:ignore=image-tag-latest reason=\"the demo follows it\" expires=2027-01-31\nImageUrl: registry.example.com/demo:latest\n```" + `

| rule | severity | what is wrong |
|---|---|---|
`)
	all := computed()
	for _, e := range all {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", e.Name, e.Name, e.Severity, cell(e.Summary))
	}
	for _, e := range all {
		fmt.Fprintf(&b, "\n## %s\n\n%s", e.Name, e.Markdown())
	}
	return b.String()
}
