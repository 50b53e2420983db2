package report

import (
	"io"
	"net/url"
	"regexp"
	"strings"

	"saejob/internal/catalog"
	"saejob/internal/inert"
	"saejob/internal/job"
	"saejob/internal/severity"
	"saejob/lint"
)

// LintSARIF writes findings as SARIF 2.1.0, with those that are suppressed.
func LintSARIF(w io.Writer, r lint.Result, about Run) error {
	var findings []lint.Finding
	withOmitted(&r, func(f *lint.Finding) { findings = append(findings, *f) })
	rules, index := sarifRules(findings)
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
			Locations: []sarifLocation{{PhysicalLocation: sarifPhysical{ArtifactLocation: artifact(r.Path(u.Place))}}},
		})
	}
	for i := range findings {
		f := &findings[i]
		run.Results = append(run.Results, result(f, r.Path(f.File), index[f.Rule]))
	}
	return writeJSON(w, sarifLog{Schema: sarifSchema, Version: "2.1.0", Runs: []sarifRun{run}})
}

// sarifRules describes the rules that something was found by, and says where in
// the list each is.
func sarifRules(findings []lint.Finding) (rules []sarifRule, index map[string]int) {
	rules, index = []sarifRule{}, map[string]int{}
	known := map[string]catalog.Entry{}
	for _, rule := range catalog.Rules() {
		known[rule.Name] = rule
	}
	for i := range findings {
		f := &findings[i]
		if _, listed := index[f.Rule]; listed {
			continue
		}
		rule, ok := known[f.Rule]
		if !ok {
			rule = catalog.Entry{Name: f.Rule, Severity: f.Severity, Summary: f.Help}
		}
		index[f.Rule] = len(rules)
		rules = append(rules, sarifRuleOf(&rule))
	}
	return rules, index
}

func sarifRuleOf(rule *catalog.Entry) sarifRule {
	p := sarifProperties{Tags: []string{"sae"}, Precision: "high", ProblemSeverity: rule.Severity.String()}
	if rule.OfSchema() {
		p.Precision = "very-high"
	}
	if p.ProblemSeverity == severity.Info.String() {
		p.ProblemSeverity = "recommendation"
	}
	if rule.Security {
		p.Tags = append(p.Tags, "security")
		p.SecuritySeverity = map[severity.Severity]string{severity.Error: "8.0", severity.Warning: "5.0", severity.Info: "2.0"}[rule.Severity]
	}
	return sarifRule{
		ID: rule.Name, ShortDescription: sarifMessage{Text: rule.Summary},
		FullDescription: sarifMessage{Text: strings.TrimSpace(rule.Summary + " " + rule.Why)},
		Help:            sarifMessage{Text: rule.Text(), Markdown: rule.Markdown()}, HelpURI: rule.Source,
		DefaultConfiguration: sarifLevel{level(rule.Severity)}, Properties: p,
	}
}

func result(f *lint.Finding, file string, rule int) sarifResult {
	r := sarifResult{
		RuleID: f.Rule, RuleIndex: rule, Level: level(f.Severity), Message: sarifMessage{Text: sarifText(f.Message)},
		Locations: []sarifLocation{{PhysicalLocation: sarifPhysical{artifact(file), region(f.At)}}},
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

// artifact returns a place as a URI.
func artifact(place string) sarifArtifact {
	switch {
	case drive.MatchString(place):
		return sarifArtifact{URI: "file:///" + place[:2] + escape(place[2:])}
	case strings.HasPrefix(place, "/"):
		return sarifArtifact{URI: "file://" + escape(place)}
	}
	return sarifArtifact{URI: escape(place), URIBaseID: sourceRoot}
}

// escape returns a path as it stands in a URI. A colon in it is none that ends a
// scheme.
func escape(path string) string {
	return strings.ReplaceAll((&url.URL{Path: path}).EscapedPath(), ":", "%3A")
}

// sarifText makes a text inert that viewers show, and keeps it from being a link.
func sarifText(text string) string { return strings.ReplaceAll(inert.Line(text), "](", `]\u{28}`) }
