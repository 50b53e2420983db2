package report_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"saejob/internal/catalog"
	"saejob/internal/severity"
	"saejob/lint"
)

// everyRule returns a finding of each rule.
func everyRule() lint.Result {
	r := sample()
	for i, d := range catalog.Rules() {
		r.Findings = append(r.Findings, found(d.Severity, d.Name, "jobs/a.yaml", 100+i, "A", "of "+d.Name))
	}
	return r
}

// TestSARIFForGitHub: there is all that GitHub's code scanning requires, of no
// more than it takes; the official schema is asked in internal/witness.
func TestSARIFForGitHub(t *testing.T) {
	var log sarif
	r := everyRule()
	if err := json.Unmarshal([]byte(write(t, "sarif", r)), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	driver := run.Tool.Driver
	if log.Schema == "" || log.Version != "2.1.0" || len(log.Runs) != 1 || driver.Name != "saejob" || driver.SemanticVersion != "1.2.3" ||
		run.ColumnKind != "unicodeCodePoints" || run.AutomationDetails.ID != "saejob/lint/" || run.OriginalURIBaseIDs["%SRCROOT%"] == nil {
		t.Errorf("got %+v", run)
	}
	for _, rule := range driver.Rules {
		for _, text := range []string{rule.ID, rule.ShortDescription.Text, rule.FullDescription.Text, rule.Help.Text, rule.Help.Markdown} {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s leaves something empty", rule.ID)
			}
		}
		if n := utf8.RuneCountInString(rule.FullDescription.Text); n > 1024 || utf8.RuneCountInString(rule.ShortDescription.Text) > 255 {
			t.Errorf("%s is described in %d characters", rule.ID, n)
		}
		if !slices.Contains([]string{"error", "warning", "note"}, rule.DefaultConfiguration.Level) ||
			!slices.Contains([]any{"error", "warning", "recommendation"}, rule.Properties["problem.severity"]) ||
			!slices.Contains([]any{"very-high", "high", "medium", "low"}, rule.Properties["precision"]) {
			t.Errorf("%s has level %s and %v", rule.ID, rule.DefaultConfiguration.Level, rule.Properties)
		}
	}
	if len(run.Results) != len(r.Findings) || len(driver.Rules) < len(catalog.Rules()) {
		t.Errorf("%d results of %d rules", len(run.Results), len(driver.Rules))
	}
	for i := range run.Results {
		resultForGitHub(t, &log, i, &r.Findings[i])
	}
	said := run.Invocations[0]
	if said.ExecutionSuccessful || len(said.ToolExecutionNotifications) != 1 || said.ToolExecutionNotifications[0].Message.Text != "unread: permission denied" ||
		place(t, said.ToolExecutionNotifications[0].Locations[0].PhysicalLocation.ArtifactLocation.URI) != "jobs/c.yaml" {
		t.Errorf("of what is unread it says %+v", said)
	}
}

// resultForGitHub: a finding is told as GitHub takes it.
func resultForGitHub(t *testing.T, log *sarif, i int, f *lint.Finding) {
	t.Helper()
	result, rules := log.Runs[0].Results[i], log.Runs[0].Tool.Driver.Rules
	at := result.Locations[0].PhysicalLocation
	if rules[result.RuleIndex].ID != result.RuleID || result.RuleID != f.Rule || result.Message.Text == "" || at.ArtifactLocation.URIBaseID != "%SRCROOT%" ||
		place(t, at.ArtifactLocation.URI) != f.File || len(result.Suppressions) == 1 != f.Suppressed() {
		t.Errorf("got %+v", result)
	}
	if g := at.Region; g.StartLine < 1 || g.StartColumn < 1 || g.EndLine < g.StartLine || g.EndLine == g.StartLine && g.EndColumn <= g.StartColumn || g.EndColumn < 1 {
		t.Errorf("%s is at %v", result.RuleID, g)
	}
	if result.PartialFingerprints["primaryLocationLineHash"] != f.LineHash {
		t.Errorf("%s has %v", result.RuleID, result.PartialFingerprints)
	}
}

// TestSARIFOfNothing: a clean run says so, with the lists that GitHub asks for.
func TestSARIFOfNothing(t *testing.T) {
	out := write(t, "sarif", lint.Result{Judged: []string{"a.yaml"}})
	for _, want := range []string{`"executionSuccessful": true`, `"results": []`, `"rules": []`, `"toolExecutionNotifications": []`} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
}

// jenkins is what the schema of Jenkins' xUnit plugin, junit-10.xsd, says of the
// elements that are written here: which members and which attributes they may
// have; those with ! they must have.
var jenkins = map[string]struct{ members, attributes string }{
	"testsuites": {"testsuite", "name time tests failures errors"},
	"testsuite":  {"testsuite properties testcase system-out system-err", "!name !tests !failures !errors group time skipped timestamp hostname id package file log url version"},
	"testcase":   {"skipped error failure system-out system-err", "!name time classname group"},
	"skipped":    {"", "type message"}, "error": {"", "type message"}, "failure": {"", "type message"}, "system-out": {"", ""},
}

// TestJUnitForJenkins: the report is what Jenkins accepts, and its numbers are
// those of its cases, whose names tell them apart.
func TestJUnitForJenkins(t *testing.T) {
	out := write(t, "junit", everyRule())
	var open []string
	for decoder := xml.NewDecoder(strings.NewReader(out)); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			if len(open) == 0 && name != "testsuites" || len(open) > 0 && !slices.Contains(strings.Fields(jenkins[open[len(open)-1]].members), name) {
				t.Errorf("%s stands in %v", name, open)
			}
			hasAttributes(t, token)
			open = append(open, name)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
	suites := readJUnit(t, out)
	for _, s := range suites.Suites {
		names := map[string]bool{}
		for _, c := range s.Cases {
			if names[c.Name] {
				t.Errorf("%s: two cases are %s", s.Name, c.Name)
			}
			names[c.Name] = true
		}
	}
}

func hasAttributes(t *testing.T, element xml.StartElement) {
	t.Helper()
	known := strings.Fields(jenkins[element.Name.Local].attributes)
	there := map[string]bool{}
	for _, a := range element.Attr {
		there[a.Name.Local] = true
		if !slices.Contains(known, a.Name.Local) && !slices.Contains(known, "!"+a.Name.Local) {
			t.Errorf("%s has %s", element.Name.Local, a.Name.Local)
		}
	}
	for _, name := range known {
		if name, must := strings.CutPrefix(name, "!"); must && !there[name] {
			t.Errorf("%s has no %s", element.Name.Local, name)
		}
	}
}

// TestGitLabTakesEach: GitLab takes every entry (it stops at the first that is not
// as it should be) and drops none for its fingerprint.
func TestGitLabTakesEach(t *testing.T) {
	r := everyRule()
	for i := range r.Findings {
		r.Findings[i].Fingerprint = strings.Repeat("0", 12) + string(rune('a'+i/26/26%26)) + string(rune('a'+i/26%26)) + string(rune('a'+i%26))
	}
	var issues []map[string]any
	if err := json.Unmarshal([]byte(write(t, "gitlab", r)), &issues); err != nil {
		t.Fatal(err)
	}
	if want := len(r.Findings) - r.Suppressed() + len(r.Unread); len(issues) != want {
		t.Errorf("%d entries, want %d", len(issues), want)
	}
	seen := map[any]bool{}
	for _, issue := range issues {
		location, _ := issue["location"].(map[string]any)
		lines, _ := location["lines"].(map[string]any)
		path, _ := location["path"].(string)
		line, _ := lines["begin"].(float64)
		fingerprint, _ := issue["fingerprint"].(string)
		name, _ := issue["check_name"].(string)
		description, _ := issue["description"].(string)
		if path == "" || strings.HasPrefix(path, "./") || line < 1 || fingerprint == "" || seen[fingerprint] || name == "" || description == "" ||
			!slices.Contains([]any{"info", "minor", "major", "critical", "blocker"}, issue["severity"]) {
			t.Errorf("got %v", issue)
		}
		seen[fingerprint] = true
	}
}

// TestSecurityIsSaid: rules about secrets are told apart where a format can.
func TestSecurityIsSaid(t *testing.T) {
	r := lint.Result{}
	for _, d := range catalog.Rules() {
		if d.Security {
			r.Findings = append(r.Findings, found(severity.Error, d.Name, "a.yaml", 1, "", "x"))
		}
	}
	if len(r.Findings) == 0 {
		t.Fatal("no rule is about security")
	}
	var log sarif
	if err := json.Unmarshal([]byte(write(t, "sarif", r)), &log); err != nil {
		t.Fatal(err)
	}
	for _, rule := range log.Runs[0].Tool.Driver.Rules {
		tags, _ := rule.Properties["tags"].([]any)
		score, _ := rule.Properties["security-severity"].(string)
		if !slices.Contains(tags, any("security")) || !regexp.MustCompile(`^[0-9]\.[0-9]$`).MatchString(score) {
			t.Errorf("%s has %v", rule.ID, rule.Properties)
		}
	}
	if out := write(t, "gitlab", r); strings.Count(out, `"critical"`) != len(r.Findings) {
		t.Errorf("not critical in\n%s", out)
	}
}
