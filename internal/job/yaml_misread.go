package job

import (
	"strings"

	"saejob/internal/plan"
)

// adviseByField changes the advice to quote a value where its field takes no text: that
// would be the next error. misread has the index of the problem of each such value.
func adviseByField(problems []Problem, misread map[*Node]int, n *Node, t *plan.Type) {
	for _, e := range n.Entries {
		below := itemType(t)
		if n.Kind == Object {
			below = fieldType(membersOf(t, n)(e.Key))
		}
		if i, is := misread[e.Value]; is {
			if do := instead(below); do != "" {
				problems[i].Message = strings.TrimSuffix(problems[i].Message, quoteIt) + do
			}
		}
		adviseByField(problems, misread, e.Value, below)
	}
}

// instead returns what to write where a type takes no text, or only text that is in
// quotes what a value without is; empty where quotes help.
func instead(t *plan.Type) string {
	switch {
	case t == nil || t.Any:
		return ""
	case t.Bool:
		return "write true or false"
	case t.String != nil:
		return ""
	case t.Int != nil:
		return "write a whole number, with digits only"
	case t.List != nil:
		return "write a list"
	case t.Object != nil:
		return "write a structure"
	}
	return ""
}
