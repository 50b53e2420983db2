package lint_test

import (
	"strings"
	"testing"
	"time"

	"saejob/internal/catalog"
	"saejob/internal/job"
	"saejob/internal/secret"
	"saejob/internal/suppression"
	"saejob/lint"
	"saejob/rules"
)

// TestNoLeakOfComment: what is said of a suppression shows no secret that its
// writer put there.
func TestNoLeakOfComment(t *testing.T) {
	text := []byte("AppName: a # saejob:ignore=image-tag-latest reason=\"see https://u:Canary7yellow@wiki\"\n" +
		"Cpu: 500 # saejob:ignore=https://u:Canary7yellow@wiki reason=why\n" +
		"Memory: 500 # saejob:ignore=image-tag-latest reason=why expires=password=Canary7yellow\n")
	l := &lint.Linter{Key: secret.RandomKey(), Schema: lint.Plan(), Rules: rules.All(), Now: time.Now()}
	l.Policy.Suggest = catalog.Suggest
	l.Policy.Trusted = func(*job.Template, string) []*suppression.Suppression { return nil }
	result := l.Check(snapshotOf("a", job.Ref{Place: "a", File: "a", Open: func() (job.Document, error) {
		tmpl, problems := job.Parse(text)
		return job.Document{Template: tmpl, Problems: problems, Text: text}, nil
	}}))
	said := 0
	for _, f := range result.Findings {
		if strings.HasPrefix(f.Rule, "suppression-") {
			said++
		}
		if strings.Contains(f.Message+f.Snippet.Line, "Canary7yellow") {
			t.Errorf("%s says %s", f.Rule, f.Message)
		}
	}
	if said != 3 {
		t.Errorf("%d of 3 suppressions are spoken of: %v", said, result.Findings)
	}
}
