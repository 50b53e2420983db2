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
			return Said{Text: "another network: runs cannot reach addresses in the old VPC"}
		case c.isAt("SecurityGroupId"):
			return Said{Text: "other rules for network access"}
		case c.isAt("VSwitchId"):
			return Said{Text: switches(shown(c.Before), shown(c.After))}
		}
		return Said{}
	},
}

// alias returns who resolves a name that the template no longer has an address
// for, or now has one for.
func alias(c *Change) string {
	if c.After == nil {
		return text.Word(shown(c.Before.At("hostName"))) + " is looked up in DNS again"
	}
	return text.Word(shown(c.After.At("hostName"))) + " is no longer looked up in DNS"
}

// switches returns which vSwitches of a list are new and which are gone.
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
		return "runs can also get addresses of " + list(added)
	case len(added) == 0:
		return "runs no longer get addresses of " + list(gone)
	}
	return "runs get addresses of other vSwitches"
}
