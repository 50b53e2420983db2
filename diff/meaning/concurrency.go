package meaning

import "saejob/internal/severity"

var policyRelaxed = ID{"concurrency-policy-relaxed", severity.Error,
	"Runs of the template can overlap, which they could not before: what must not be done twice at a time has to be guarded by the program itself."}

// concurrency: what happens when a run is due while another is not done.
var concurrency = Meaning{
	Name: "concurrency",
	IDs:  []*ID{&policyRelaxed},
	Say: func(c *Change) Said {
		if !c.isAt("ConcurrencyPolicy") {
			return Said{}
		}
		switch shown(c.After) {
		case "":
			return Said{Text: "what SAE does then, no page says"}
		case "Allow":
			return Said{&policyRelaxed, "runs can overlap"}
		case "Forbid":
			return Said{Text: "a run that is due while another is not done is left out"}
		case "Replace":
			return Said{Text: "a run that is due while another is not done ends that one"}
		}
		return Said{}
	},
}
