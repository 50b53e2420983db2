package meaning

import (
	"saejob/internal/severity"
)

var (
	suspended = ID{"template-suspended", severity.Error,
		"The template is suspended: no run starts, by schedule or by call, until it is resumed."}
	resumed = ID{"template-resumed", severity.Error,
		"The template is no longer suspended: runs start again, by schedule or by call."}
	notSuspended = ID{"not-suspended", severity.Info,
		"Suspend is false on one side and not set on the other. Both mean that runs start."}
)

// suspension: runs that stop, or start again.
var suspension = Meaning{
	Name: "suspension",
	IDs:  []*ID{&suspended, &resumed, &notSuspended},
	Say: func(c *Change) Said {
		was, known := isTrue(c.Before)
		is, alsoKnown := isTrue(c.After)
		switch {
		case !c.isAt("Suspend") || !known || !alsoKnown:
			return Said{}
		case is:
			return Said{&suspended, "no run starts until it is resumed"}
		case was:
			if next := triggerOf(c.Is); next.kind == "time" {
				return Said{&resumed, "runs start again: " + next.describe(c.Now)}
			}
			return Said{&resumed, "runs start again"}
		}
		return Said{&notSuspended, "not suspended on either side"}
	},
}
