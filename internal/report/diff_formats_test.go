package report_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"saejob/diff"
	"saejob/internal/report"
	"saejob/internal/report/reporttest"
)

// notes counts what there is to say of templates and changes.
func notes(r diff.Result) (templates, changes int) {
	for _, t := range r.Templates {
		changes += len(t.Changes)
		if len(t.Changes) == 0 && t.Status != diff.Unchanged {
			templates++
		}
	}
	return templates, changes
}

// inertForGitHubDiff: the runner finds the commands that are meant, and no other.
func inertForGitHubDiff(t *testing.T, out string, r diff.Result) {
	t.Helper()
	found := commandsIn(out)
	levels := map[string]int{}
	for _, c := range found {
		levels[c.name]++
		for name := range c.properties {
			if !slices.Contains([]string{"file", "line", "endLine", "col", "endColumn", "title"}, name) {
				t.Fatalf("%v in\n%s", c, out)
			}
		}
	}
	if levels["error"]+levels["warning"]+levels["notice"] != len(found) || max(levels["error"], levels["warning"], levels["notice"]) > 10 {
		t.Fatalf("there are %v in\n%s", levels, out)
	}
	templates, changes := notes(r)
	want := templates + changes + len(r.Problems)
	if lines := strings.Count(out, "\n"); lines != want && lines != want+1 {
		t.Fatalf("%d lines, want %d:\n%s", lines, want, out)
	}
}

// TestDiffGitHubShowsTen: what GitHub would drop is in the log all the same, and
// counted.
func TestDiffGitHubShowsTen(t *testing.T) {
	for n, left := range map[int]int{1: 0, 3: 0, 40: 6*40 - 29} {
		r := reporttest.Crowd(n)
		var out bytes.Buffer
		if err := report.DiffGitHub(&out, r); err != nil {
			t.Fatal(err)
		}
		inertForGitHubDiff(t, out.String(), r)
		last := fmt.Sprintf("::notice title=saejob::%d more changes are in the log: GitHub shows 10 per severity\n", left)
		if left > 0 != strings.HasSuffix(out.String(), last) {
			t.Errorf("%d: the rest is not counted:\n%s", n, out.String()[max(0, out.Len()-300):])
		}
	}
}

var leftOut = regexp.MustCompile(`\n\*\*Left out:\*\* (?:([0-9]+) templates?)?(?:, )?(?:([0-9]+) changes?)?(?:, )?(?:([0-9]+) long texts?)?; a summary`)

// TestDiffMarkdownBudget: a summary has no more characters than are allowed, the
// gravest changes are in it, and what is not is counted.
func TestDiffMarkdownBudget(t *testing.T) {
	for _, n := range []int{1, 30, 300} {
		if testing.Short() && n > 30 {
			break
		}
		r := reporttest.Crowd(n)
		var structured bytes.Buffer
		if err := report.DiffJSON(&structured, r); err != nil {
			t.Fatal(err)
		}
		for _, budget := range []int{600, 2000, 10_000, report.MarkdownBudget} {
			var b strings.Builder
			if err := report.DiffMarkdown(&b, r, budget); err != nil {
				t.Fatal(err)
			}
			out := b.String()
			templates, changes := notes(r)
			left := [4]int{templates + n, changes, n, 0}
			left[0] -= strings.Count(out, "\n- **") + strings.Count(out, "\n#### ")
			left[1] -= strings.Count(out, "\n| **error** |") + strings.Count(out, "\n| warning |") + strings.Count(out, "\n| info |")
			left[2] = strings.Count(out, "*too long* | *too long*")
			var said [4]int
			if m := leftOut.FindStringSubmatch(out); m != nil {
				for i := range 3 {
					said[i], _ = strconv.Atoi(m[i+1])
				}
			}
			if size := utf8.RuneCountInString(out); size > budget || left != [4]int{} && left[1]+left[0] > 0 && size < budget*3/4-400 {
				t.Errorf("%d characters of %d", size, budget)
			}
			if said != left {
				t.Errorf("%d templates in %d characters: %v are left out, it says %v:\n%s", n, budget, left, said, out[max(0, len(out)-300):])
			}
			digest := fmt.Sprintf("%x", sha256.Sum256(structured.Bytes()))
			if left != [4]int{} != strings.Contains(out, digest) {
				t.Errorf("the digest %s is missing, or too much", digest)
			}
			if strings.Contains(out, "| info |") && left[0] > 0 && !strings.Contains(out, "**error**") {
				t.Errorf("the gravest are not first:\n%s", out)
			}
		}
	}
}
