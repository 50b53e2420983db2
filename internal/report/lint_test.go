package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"testing"

	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/lint"
)

// TestLintIsInert: nothing that a template or a file's name holds acts, in any
// format.
func TestLintIsInert(t *testing.T) {
	g := rand.New(rand.NewPCG(7, 1))
	for range cases(100_000, 5_000) {
		text := hostileValid(g)
		result := lint.Result{
			Findings: []lint.Finding{{
				Rule: "yaml", File: text, Message: text, Path: text, Help: text, At: job.Range{Line: 1, Column: 1, EndLine: 1, EndColumn: 2},
				Template: job.Identity{Name: text, AppID: text, NamespaceID: text}, Fingerprint: "0",
				Snippet: lint.Snippet{Line: text, Column: 1 + g.IntN(4), Width: 1 + g.IntN(4)},
			}},
			Unread: []lint.Unread{{Place: text, Err: errors.New(text)}},
		}
		var plain, machine bytes.Buffer
		if err := report.LintText(&plain, result, report.Style{}); err != nil {
			t.Fatal(err)
		}
		if err := report.LintJSON(&machine, result); err != nil {
			t.Fatal(err)
		}
		for _, out := range []string{plain.String(), machine.String()} {
			inert(t, out)
		}
		var read struct{ Findings []struct{ Message string } }
		if err := json.Unmarshal(machine.Bytes(), &read); err != nil || read.Findings[0].Message != text {
			t.Errorf("%q comes out of the JSON as %v (%v)", text, read, err)
		}
	}
}
