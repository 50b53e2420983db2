package report

import (
	"fmt"

	"saejob/lint"
)

// omittedRule is the name under which a report says that there are more findings.
const omittedRule = "more-findings"

// omitted returns, for a file that has more findings than are kept, what a report says
// of the others, as a finding: no consumer shows anything else. Only those count that
// are not suppressed.
func omitted(o *lint.Omitted) (f lint.Finding, there bool) {
	n := o.Open()
	if n == 0 {
		return f, false
	}
	return lint.Finding{
		Rule: omittedRule, Severity: o.Gravest(), File: o.File,
		Message: fmt.Sprintf("… and %d more in this file (%s); a report has at most %d findings of a file, errors first",
			n, o.Words(), lint.MaxFindings),
		Help:        "The report does not list all findings of this file. Fix those that it lists, and run lint again.",
		Fingerprint: o.Fingerprint(),
	}, true
}

// withOmitted calls a function for each finding in the order of the report, and after
// the findings of a file for what says that there are more.
func withOmitted(r *lint.Result, say func(f *lint.Finding)) {
	next := 0
	for i := range r.Findings {
		f := &r.Findings[i]
		say(f)
		if next == len(r.Omitted) || f.File != r.Omitted[next].File || i+1 < len(r.Findings) && r.Findings[i+1].File == f.File {
			continue
		}
		if more, there := omitted(&r.Omitted[next]); there {
			say(&more)
		}
		next++
	}
}
