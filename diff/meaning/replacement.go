package meaning

import (
	"cmp"
	"slices"

	"saejob/internal/job"
	"saejob/internal/text"
)

// replacement: a template that has to be recreated, or was, and what UpdateJob
// cannot change.
var replacement = Meaning{
	Name: "replacement",
	Say: func(c *Change) Said {
		was, is := shown(c.Was.At("AppId")), shown(c.Is.At("AppId"))
		again := was != "" && is != "" && was != is && !c.Across
		switch {
		case again && c.isAt("AppId"):
			return Said{Text: "the template was recreated and has new webhook URLs" + c.dependents()}
		case again && c.Immutable:
			return Said{Text: "changed with the new template"}
		case c.NewTemplate:
			return Said{Text: "needs a new template: AppId and webhook URLs change" + c.dependents()}
		case c.Immutable:
			return Said{Text: "UpdateJob cannot change it"}
		}
		return Said{}
	},
}

// dependents returns which templates refer to an AppId that no longer exists.
func (c *Change) dependents() string {
	names := slices.Clone(c.Dependents)
	now := referrers(c.Is)
	for _, id := range referrers(c.Was) {
		if again := shown(c.Was.At("AppId")) != shown(c.Is.At("AppId")); !again || !slices.Contains(now, id) {
			names = append(names, cmp.Or(c.Names[id], id))
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	for i, name := range names {
		names[i] = text.Word(name)
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return "; " + names[0] + " refers to the old AppId"
	}
	return "; " + list(names) + " refer to the old AppId"
}

// referrers returns the AppIds of the templates that refer to one, as SAE lists
// them there.
func referrers(root *job.Node) []string { return textsOf(root.At("RefedAppIds")) }
