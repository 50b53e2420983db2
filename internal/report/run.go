package report

import "saejob/internal/severity"

// Run is what some formats say of a run, or go by, besides what was found.
type Run struct {
	// Style is how text is colored.
	Style Style
	// Version is the program's.
	Version string
	// Category tells runs on one commit apart, where each is about something else;
	// it is the same from commit to commit.
	Category string
	// Failing is the severity from which on the run fails; None: it does not.
	Failing severity.Severity
}
