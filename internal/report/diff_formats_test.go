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

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"

	"saejob/diff"
	"saejob/internal/job"
	"saejob/internal/report"
	"saejob/internal/secret"
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

// inertMarkdownDiff: the report is the tables that are meant, and outside of code
// there are only words of ours.
func inertMarkdownDiff(t *testing.T, out string, r diff.Result) {
	t.Helper()
	read := readMarkdown(t, out)
	for _, kind := range read.kinds {
		if !slices.Contains([]ast.NodeKind{ast.KindDocument, ast.KindHeading, ast.KindParagraph, ast.KindEmphasis, ast.KindList, ast.KindListItem, ast.KindTextBlock,
			tables.KindTable, tables.KindTableHeader, tables.KindTableRow}, kind) {
			t.Fatalf("%v in\n%s", kind, out)
		}
	}
	rows, changed := 0, 0
	for _, template := range r.Templates {
		if rows += len(template.Changes); len(template.Changes) > 0 {
			changed++
		}
	}
	if read.cells != 5*(rows+changed) {
		t.Fatalf("%d cells for %d changes of %d templates:\n%s", read.cells, rows, changed, out)
	}
}

// crowd compares n templates that have changes of each severity, some of them long;
// as many came and went.
func crowd(n int) diff.Result {
	long := strings.Repeat("示例 a line of a long text\n", 40)
	var from, to []*job.Template
	for i := range n {
		with := func(side string) *job.Template {
			return &job.Template{Root: structure(map[string]*job.Node{
				"AppName": named("t%d", i), "AppId": named("id-%d", i), "Cpu": text(side), "Command": text(side),
				"AppDescription": text(side), "PhpConfig": text(long + side + "\n" + long),
			})}
		}
		from, to = append(from, with("1")), append(to, with("2"))
		from = append(from, &job.Template{Root: structure(map[string]*job.Node{"AppName": named("gone%d", i)})})
		to = append(to, &job.Template{Root: structure(map[string]*job.Node{"AppName": named("new%d", i)})})
	}
	before, after := given("from", from...), given("to", to...)
	for i := range after.Refs {
		if i%2 == 1 {
			after.Refs[i].Place = fmt.Sprintf("to/new%d.yaml", i)
		}
	}
	return diff.Compare(before, after, diff.Options{Key: secret.RandomKey()})
}

func named(format string, i int) *job.Node { return text(fmt.Sprintf(format, i)) }

// TestDiffGitHubShowsTen: what GitHub would drop is in the log all the same, and
// counted.
func TestDiffGitHubShowsTen(t *testing.T) {
	for n, left := range map[int]int{1: 0, 3: 0, 40: 6*40 - 29} {
		r := crowd(n)
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
		r := crowd(n)
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
			readMarkdown(t, out)
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
