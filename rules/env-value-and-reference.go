package rules

import (
	"slices"

	"saejob/internal/job"
	"saejob/internal/severity"
)

var envValueAndReference = Rule{
	Name:     "env-value-and-reference",
	Severity: severity.Warning,
	Summary:  "An environment variable has a value and a reference to one.",
	Why:      "The value wins. What the ConfigMap or the secret holds is not used, however often it is changed there.",
	Fix:      "Remove value, or remove valueFrom.",
	Source:   page + "#Envs",
	Template: func(s *Subject) {
		for _, env := range s.Items("Envs") {
			if env.Text("value") != "" && isReference(env.Node.At("valueFrom")) {
				at := env.At.Member("valueFrom")
				s.SayKey(at, "%s has no effect, since there is a value, too, which wins; keep one of the two", at)
			}
		}
	},
}

// isReference says whether valueFrom leads somewhere: to something that is named
// in it, or, as the page has it, beside it.
func isReference(n *job.Node) bool {
	if n == nil || n.Kind != job.Object {
		return n.AsText() == "configMapRef"
	}
	return slices.ContainsFunc(n.Entries, func(e *job.Entry) bool { return e.Value.Kind == job.Object })
}
