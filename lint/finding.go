package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/internal/suppression"
)

// Finding is something a template should not say.
type Finding struct {
	// Rule is yaml, unknown-field, schema/FIELD, schema/ROW or a rule's name.
	Rule     string
	Severity severity.Severity
	// File is the template's place, as in [job.Ref].
	File string
	At   job.Range
	// Template says which template it is, as far as the file tells.
	Template job.Identity
	// Path is where in the template; empty where it is the file's text.
	Path    string
	Message string
	// Help is the documentation of what was found, in a line.
	Help string
	// Environment is the configured one that the file belongs to; empty: none.
	Environment string
	// Suppression is what accepts the finding; nil: nothing does.
	Suppression *suppression.Suppression
	// Fingerprint tells the finding from others, whatever line it stands at.
	Fingerprint string
	// LineHash tells the line from the file's others by its text, as GitHub's code
	// scanning does; empty where the text is not known.
	LineHash string
	// Snippet is the line the finding stands in.
	Snippet Snippet

	path job.Path
	// advice ends the message where it says to put value, which is what is wrong, in
	// quotes.
	advice string
	value  *job.Node
	// order is the finding's among those of its file, as they were found.
	order int
}

// Suppressed reports whether the finding is accepted.
func (f *Finding) Suppressed() bool { return f.Suppression != nil }

// fingerprint is made of what stays when lines move: the rule, the template,
// the path, and the value unless it is secret.
func fingerprint(f *Finding, value *job.Node) string {
	whose := f.Template.AppID
	if whose == "" {
		whose = f.File
	}
	shown := ""
	if value != nil {
		shown = string(value.JSON())
	}
	return digest(f.Rule, whose, f.Path, shown)
}

// tellApart gives findings with equal fingerprints different ones, by their order:
// copies of a template have the same findings, and so may one text.
func tellApart(findings []Finding) {
	seen := map[string]int{}
	for i := range findings {
		f := &findings[i]
		own := f.Fingerprint
		if n := seen[own]; n > 0 {
			f.Fingerprint = digest(own, strconv.Itoa(n))
		}
		seen[own]++
	}
}

func digest(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}
