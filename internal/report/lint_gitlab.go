package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"saejob/internal/catalog"
	"saejob/internal/inert"
	"saejob/internal/severity"
	"saejob/lint"
)

// gitlabIssue is what GitLab reads of an entry of a code quality report.
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// LintGitLab writes findings as a code quality report of GitLab, without those
// that are suppressed. The report cannot say that it is incomplete: an unread
// template is a blocker in it.
func LintGitLab(w io.Writer, r lint.Result) error {
	issues := []gitlabIssue{}
	for _, u := range r.Unread {
		sum := sha256.Sum256([]byte("unread\x00" + u.Place))
		issues = append(issues, gitlabIssue{
			Description: "unread: " + inert.Line(u.Err.Error()), CheckName: "unread", Fingerprint: hex.EncodeToString(sum[:8]),
			Severity: "blocker", Location: gitlabLocation{r.Path(u.Place), gitlabLines{1, 1}},
		})
	}
	secret := map[string]bool{}
	for _, rule := range catalog.Rules() {
		secret[rule.Name] = rule.Security
	}
	withOmitted(&r, func(f *lint.Finding) {
		if f.Suppressed() {
			return
		}
		at := region(f.At)
		issues = append(issues, gitlabIssue{
			Description: inert.Line(f.Message), CheckName: f.Rule, Fingerprint: f.Fingerprint,
			Severity: gitlabSeverity(f.Severity, secret[f.Rule]), Location: gitlabLocation{r.Path(f.File), gitlabLines{at.StartLine, at.EndLine}},
		})
	})
	return writeJSON(w, issues)
}

func gitlabSeverity(s severity.Severity, security bool) string {
	switch {
	case s == severity.Error && security:
		return "critical"
	case s == severity.Error:
		return "major"
	case s == severity.Warning:
		return "minor"
	}
	return "info"
}
