package meaning

import (
	"strings"

	"saejob/internal/job"
)

// replacement: a template that has to be made again, or was.
var replacement = Meaning{
	Name: "replacement",
	Say: func(c *Change) Said {
		was, is := text(find(c.Was, "AppId")), text(find(c.Is, "AppId"))
		again := was != "" && is != "" && was != is && !c.Across
		switch {
		case again && c.isAt("AppId"):
			return Said{Text: "the template was made again, and has other webhook URLs" + c.dependents()}
		case again && c.Immutable:
			return Said{Text: "came with the new template"}
		case c.Immutable:
			return Said{Text: "needs a new template: AppId and webhook URLs change" + c.dependents()}
		}
		return Said{}
	},
}

// RefersTo gives the AppId that a template refers to; empty: none.
func RefersTo(root *job.Node) string { return strings.Clone(text(find(root, "RefAppId"))) }

// dependents says which templates refer to an AppId that there is not any more.
func (c *Change) dependents() string {
	if len(c.Dependents) == 0 {
		return ""
	}
	names := make([]string, len(c.Dependents))
	for i, name := range c.Dependents {
		names[i] = show(name)
	}
	verb := " refer"
	if len(names) == 1 {
		verb = " refers"
	}
	return "; " + list(names) + verb + " to the old AppId"
}
