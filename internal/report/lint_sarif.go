package report

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"saejob/internal/catalog"
	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/lint"
)

// Run is what a SARIF report says of the run besides what was found.
type Run struct {
	// Version is the program's.
	Version string
	// Category tells runs on one commit apart, where each is about something else;
	// it is the same from commit to commit.
	Category string
}

// LintSARIF writes findings as SARIF 2.1.0, with those that are suppressed.
func LintSARIF(w io.Writer, r lint.Result, about Run) error {
	rules, index := sarifRules(r.Findings)
	run := sarifRun{
		Tool:               sarifTool{sarifDriver{Name: "saejob", Version: about.Version, Rules: rules}},
		Invocations:        []sarifInvocation{{ExecutionSuccessful: len(r.Unread) == 0, ToolExecutionNotifications: []sarifNotification{}}},
		AutomationDetails:  sarifAutomation{about.Category + "/"},
		OriginalURIBaseIDs: map[string]sarifArtifact{sourceRoot: {Description: &sarifMessage{Text: "The root of the repository."}}},
		ColumnKind:         "unicodeCodePoints",
		Results:            []sarifResult{},
	}
	if number, ok := strings.CutPrefix(about.Version, "v"); ok {
		run.Tool.Driver.Version, run.Tool.Driver.SemanticVersion = number, number
	}
	for _, u := range r.Unread {
		run.Invocations[0].ToolExecutionNotifications = append(run.Invocations[0].ToolExecutionNotifications, sarifNotification{
			Level: "error", Message: sarifMessage{Text: "unread: " + sarifText(u.Err.Error())},
			Locations: []sarifLocation{{PhysicalLocation: sarifPhysical{ArtifactLocation: artifact(u.Place)}}},
		})
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		run.Results = append(run.Results, result(f, index[f.Rule]))
	}
	return writeJSON(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

// sarifRules describes the rules that something was found by, and says where in
// the list each is.
func sarifRules(findings []lint.Finding) (rules []sarifRule, index map[string]int) {
	rules, index = []sarifRule{}, map[string]int{}
	docs := map[string]catalog.Doc{}
	for _, d := range catalog.Docs() {
		docs[d.Name] = d
	}
	for i := range findings {
		f := &findings[i]
		if _, known := index[f.Rule]; known {
			continue
		}
		d, known := docs[f.Rule]
		if !known {
			d = catalog.Doc{Name: f.Rule, Severity: f.Severity, Summary: f.Rule}
		}
		index[f.Rule] = len(rules)
		rules = append(rules, sarifRuleOf(&d))
	}
	return rules, index
}

func sarifRuleOf(d *catalog.Doc) sarifRule {
	p := sarifProperties{Tags: []string{"sae"}, Precision: "high", ProblemSeverity: d.Severity.String()}
	if d.OfSchema() {
		p.Precision = "very-high"
	}
	if p.ProblemSeverity == severity.Info.String() {
		p.ProblemSeverity = "recommendation"
	}
	if d.Security {
		p.Tags = append(p.Tags, "security")
		p.SecuritySeverity = map[severity.Severity]string{severity.Error: "8.0", severity.Warning: "5.0", severity.Info: "2.0"}[d.Severity]
	}
	return sarifRule{
		ID: d.Name, ShortDescription: sarifMessage{Text: d.Summary},
		FullDescription: sarifMessage{Text: strings.TrimSpace(d.Summary + " " + d.Why)},
		Help:            sarifMessage{Text: d.Text(), Markdown: d.Markdown()}, HelpURI: d.Source,
		DefaultConfiguration: sarifLevel{level(d.Severity)}, Properties: p,
	}
}

func result(f *lint.Finding, rule int) sarifResult {
	r := sarifResult{
		RuleID: f.Rule, RuleIndex: rule, Level: level(f.Severity), Message: sarifMessage{Text: sarifText(f.Message)},
		Locations: []sarifLocation{{PhysicalLocation: sarifPhysical{artifact(f.File), region(f.At)}}},
		// GitHub looks at the first only, and computes it where it is missing.
		PartialFingerprints: map[string]string{"saejob/v1": f.Fingerprint},
		// An empty list says that a finding is not suppressed, none says nothing.
		Suppressions: []sarifSuppression{},
	}
	if f.LineHash != "" {
		r.PartialFingerprints["primaryLocationLineHash"] = f.LineHash
	}
	if f.Path != "" {
		r.Locations[0].LogicalLocations = []sarifLogical{{FullyQualifiedName: inert.Line(f.Path), Kind: "member"}}
	}
	if s := f.Suppression; s != nil {
		kind := "external"
		if s.InSource {
			kind = "inSource"
		}
		r.Suppressions = append(r.Suppressions, sarifSuppression{kind, "accepted", sarifText(s.Reason)})
	}
	return r
}

func level(s severity.Severity) string {
	if s == severity.Info {
		return "note"
	}
	return s.String()
}

// region is a whole one, also where a template has no text.
func region(r job.Range) *sarifRegion {
	line, column := max(r.Line, 1), max(r.Column, 1)
	end := max(r.EndLine, line)
	if end == line {
		return &sarifRegion{line, column, end, max(r.EndColumn, column+1)}
	}
	return &sarifRegion{line, column, end, max(r.EndColumn, 1)}
}

// sourceRoot stands for the directory that places are relative to.
const sourceRoot = "%SRCROOT%"

var drive = regexp.MustCompile(`^[A-Za-z]:/`)

// artifact gives a place as a URI.
func artifact(place string) sarifArtifact {
	switch {
	case drive.MatchString(place):
		return sarifArtifact{URI: "file:///" + place[:2] + encode(place[2:])}
	case strings.HasPrefix(place, "/"):
		return sarifArtifact{URI: "file://" + encode(place)}
	}
	return sarifArtifact{URI: encode(place), URIBaseID: sourceRoot}
}

// encode spells every byte of a path that may mean something in a URI as %XX.
func encode(path string) string {
	const plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/"
	var b strings.Builder
	for i := range len(path) {
		if strings.IndexByte(plain, path[i]) >= 0 {
			b.WriteByte(path[i])
		} else {
			fmt.Fprintf(&b, "%%%02X", path[i])
		}
	}
	return b.String()
}

// sarifText makes a text inert that viewers show, and keeps it from being a link.
func sarifText(text string) string { return strings.ReplaceAll(inert.Line(text), "](", `]\u{28}`) }
