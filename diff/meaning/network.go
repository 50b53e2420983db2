package meaning

import (
	"slices"
	"strings"

	"saejob/internal/text"
)

// network: what a run reaches, and what reaches it.
var network = Meaning{
	Name: "network",
	Say: func(c *Change) Said {
		switch {
		case c.Before == nil || c.After == nil:
			if c.is("CustomHostAlias") && len(c.Path) == 2 {
				return Said{Text: alias(c)}
			}
		case c.isAt("VpcId"):
			return Said{Text: "another network: addresses in the old VPC are out of reach"}
		case c.isAt("SecurityGroupId"):
			return Said{Text: "other rules for what a run may reach"}
		case c.isAt("VSwitchId"):
			return Said{Text: switches(shown(c.Before), shown(c.After))}
		}
		return Said{}
	},
}

// alias says by whom a name is resolved that has no address of the template's own
// any more, or has one now.
func alias(c *Change) string {
	if c.After == nil {
		return text.Word(shown(c.Before.At("hostName"))) + " is looked up in DNS again"
	}
	return text.Word(shown(c.After.At("hostName"))) + " is not looked up in DNS any more"
}

// switches says which vSwitches of a list are new and which are gone.
func switches(before, after string) string {
	was, is := strings.Split(before, ","), strings.Split(after, ",")
	without := func(ids, others []string) []string {
		return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(others, id) })
	}
	added, gone := without(is, was), without(was, is)
	switch {
	case len(added) == 0 && len(gone) == 0:
		return "the same vSwitches in another order"
	case len(gone) == 0:
		return "runs can have addresses of " + list(added) + ", too"
	case len(added) == 0:
		return "runs have no addresses of " + list(gone) + " any more"
	}
	return "runs have addresses of other vSwitches"
}
