package rules

import "saejob/internal/severity"

// The rules that lint applies before any of [All]: they need no function here.
var (
	// YAML refuses files that readers of YAML do not all understand the same way.
	YAML = Rule{
		Name:     "yaml",
		Severity: severity.Error,
		Summary:  "A file must be one YAML document that every reader understands the same way: no aliases, anchors, merge keys or tags, no name twice, and quotes around text that looks like something else.",
	}
	// UnknownField warns of members that the schema does not list.
	UnknownField = Rule{
		Name:     "unknown-field",
		Severity: severity.Warning,
		Summary:  "The schema does not list this member.",
		Why:      "If it is close to a known name, it is most likely mistyped; else the API may have grown, and the value is kept as it is.",
	}
)

// OfSchema begins the names of the rules that the schema states: schema/FIELD and
// schema/ROW.
const OfSchema = "schema/"
