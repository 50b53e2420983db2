package job

import (
	"strings"

	"saejob/internal/plan"
)

// quoteIt is what to do where a scalar without quotes is text to us only.
const quoteIt = "quote it"

// adviseByField changes the advice to quote a value where its field takes no text: that
// would be the next error.
func (r *yamlReader) adviseByField(n *Node, t *plan.Type) {
	for _, e := range n.Entries {
		below := itemType(t)
		if n.Kind == Object {
			below = fieldType(membersOf(t, n)(e.Key))
		}
		if i, misread := r.misread[e.Value]; misread {
			if do := instead(below); do != "" {
				r.problems[i].Message = strings.TrimSuffix(r.problems[i].Message, quoteIt) + do
			}
		}
		r.adviseByField(e.Value, below)
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
