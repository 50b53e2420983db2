package rules

import (
	"slices"

	"saejob/internal/job"
	"saejob/internal/severity"
)

var envValueAndReference = Rule{
	Name:     "env-value-and-reference",
	Severity: severity.Warning,
	Summary:  "An environment variable has both a value and a reference to a value.",
	Why:      "The value wins. The value in the ConfigMap or secret is not used, and changes there have no effect.",
	Fix:      "Remove value, or remove valueFrom.",
	Source:   page + "#Envs",
	Template: func(s *Subject) {
		for _, env := range s.Items("Envs") {
			if env.Text("value") != "" && isReference(env.Node.At("valueFrom")) {
				at := env.At.Member("valueFrom")
				s.SayKey(at, "%s has no effect, because there is also a value, which wins; keep one of the two", at)
			}
		}
	},
}

// isReference reports whether valueFrom leads somewhere: to something that is named
// in it, or, as the page has it, beside it.
func isReference(n *job.Node) bool {
	if n == nil || n.Kind != job.Object {
		return n.AsText() == "configMapRef" || n.AsText() == "secretRef"
	}
	return slices.ContainsFunc(n.Entries, func(e *job.Entry) bool { return e.Value.Kind == job.Object })
}
