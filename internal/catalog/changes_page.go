package catalog

import (
	"fmt"
	"strings"
)

// changesPage returns the page about changes, in Markdown.
func changesPage() string {
	var b strings.Builder
	b.WriteString(`<!-- Generated from the schema and the meanings: go generate ./... DO NOT EDIT. -->

# Changes

The names that ` + "`saejob diff`" + ` gives to changes, and how much each matters. The list is closed. ` + "`saejob rules NAME`" + ` explains a
name, with an example where it is computed. The names for changes of a field are in the schema (` + "`@change`" + `); each
computed meaning is [a file with its cases](meaning).

Severities: an error is a change that UpdateJob cannot make, or one that stops the runs, moves them to another time, or gives
others access; a warning changes what a run does or where it does it; an info does not affect runs.

| change | severity | what it is |
|---|---|---|
`)
	for _, e := range Changes() {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", e.Name, e.Severity, cell(e.documentation()))
	}
	return b.String()
}
