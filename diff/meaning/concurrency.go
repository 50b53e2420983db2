package meaning

import "saejob/internal/severity"

var policyRelaxed = ID{"concurrency-policy-relaxed", severity.Error,
	"Runs of the template can overlap, which they could not before: the program itself must guard what may not run twice at the same time."}

// concurrency: what happens when a run is due while another is running.
var concurrency = Meaning{
	Name: "concurrency",
	IDs:  []*ID{&policyRelaxed},
	Say: func(c *Change) Said {
		if !c.isAt("ConcurrencyPolicy") {
			return Said{}
		}
		switch shown(c.After) {
		case "":
			return Said{Text: "SAE does not document the default"}
		case "Allow":
			return Said{&policyRelaxed, "runs can overlap"}
		case "Forbid":
			return Said{Text: "a run that is due while another is running is skipped"}
		case "Replace":
			return Said{Text: "a run that is due while another is running replaces it"}
		}
		return Said{}
	},
}
