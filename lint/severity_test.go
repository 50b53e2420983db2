package lint_test

import (
	"strings"
	"testing"
	"time"

	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/severity"
	"saejob/lint"
	"saejob/rules"
)

// TestConfiguredSeverities: a policy says how much a rule's findings matter, but
// what matters less by itself stays so, and what the page forbids is an error.
func TestConfiguredSeverities(t *testing.T) {
	const head = "AppName: a\nAppDescription: b\nPackageType: Image\nImageUrl: shop/nightly:1.4.2\nCpu: 500\nMemory: 1024\nReplicas: 1\n"
	for _, c := range []struct {
		rule, text string
		is         severity.Severity
		want       string
	}{
		{"plaintext-secret", "Envs: [{name: DB_PASSWORD, value: kanari}]", severity.Warning, "warning"},
		{"plaintext-secret", "Envs: [{name: DB_PASSWORD, value: <redacted>}]", severity.Error, "info"},
		{"plaintext-secret", "Envs: [{name: DB_PASSWORD, value: <redacted>}]", severity.None, ""},
		{"schema/Jdk", "Jdk: Open JDK 9", severity.Info, "info"},
		{"schema/Jdk", "Jdk: [Open JDK 8]", severity.Info, "error"},
		{"unknown-field", "Labels: {}", severity.Error, "error"},
	} {
		linter := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All(), Now: time.Unix(0, 0)}
		linter.Policy.Severities = []lint.Severity{{Rule: c.rule, Severity: c.is}}
		text := []byte(head + c.text + "\n")
		r := linter.Check(job.Snapshot{Refs: []job.Ref{{Place: "a.yaml", Open: func() (job.Document, error) {
			tmpl, problems := job.Parse(text)
			return job.Document{Template: tmpl, Problems: problems, Text: text}, nil
		}}}})
		got := ""
		for _, f := range r.Findings {
			if f.Rule == c.rule {
				got += f.Severity.String()
			}
		}
		if got != c.want {
			t.Errorf("%s as %s: %q, want %q", c.text, c.is, got, c.want)
		}
	}
}

// TestSeveritiesOfFiles: globs of a severity go by the path of a template, whatever reports
// call it, and of several severities that fit the last counts.
func TestSeveritiesOfFiles(t *testing.T) {
	text := []byte("AppName: a\nLabels: {}\n")
	read := job.Ref{Place: "HEAD:jobs/a.yaml", Open: func() (job.Document, error) {
		tmpl, problems := job.Parse(text)
		return job.Document{Template: tmpl, Problems: problems, Text: text}, nil
	}}
	of := func(files string, s severity.Severity) lint.Severity {
		return lint.Severity{Rule: "unknown-field", Files: []string{files}, Severity: s}
	}
	for _, c := range []struct {
		severities []lint.Severity
		want       severity.Severity
	}{
		{[]lint.Severity{of("jobs/*", severity.Error)}, severity.Error},
		{[]lint.Severity{of("HEAD:jobs/*", severity.Error)}, severity.Warning},
		{[]lint.Severity{of("jobs/*", severity.Error), of("**", severity.Info)}, severity.Info},
		{[]lint.Severity{of("**", severity.Info), of("jobs/*", severity.Error)}, severity.Error},
		{[]lint.Severity{of("**", severity.Info), of("other/*", severity.Error)}, severity.Info},
	} {
		linter := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All(), Now: time.Unix(0, 0)}
		linter.Policy.Severities = c.severities
		linter.Policy.Path = func(place string) string { return strings.TrimPrefix(place, "HEAD:") }
		var got []severity.Severity
		for _, f := range linter.Check(job.Snapshot{Refs: []job.Ref{read}}).Findings {
			if f.Rule == "unknown-field" {
				got = append(got, f.Severity)
			}
		}
		if len(got) != 1 || got[0] != c.want {
			t.Errorf("%+v: %v, want %s", c.severities, got, c.want)
		}
	}
}
