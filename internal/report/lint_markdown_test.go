package report_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	markdown "github.com/yuin/goldmark/text"

	"saejob/internal/report"
	"saejob/lint"
)

var words = regexp.MustCompile(`^[A-Za-z0-9 .,:;]*$`)

// inertMarkdown: the report is the table that is meant, and outside of code
// there are only words of ours.
func inertMarkdown(t *testing.T, out, said string, _ lint.Result) {
	source := []byte(out)
	document := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(markdown.NewReader(source))
	var code []string
	var kinds []ast.NodeKind
	cells := 0
	err := ast.Walk(document, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeSpan:
			code = append(code, codeOf(n, source))
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if !words.Match(n.Value(source)) {
				t.Fatalf("%q stands outside of code, of %q", n.Value(source), said)
			}
		case *tables.TableCell:
			cells++
		default:
			kinds = append(kinds, n.Kind())
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range kinds {
		if !slices.Contains([]ast.NodeKind{ast.KindDocument, ast.KindHeading, ast.KindParagraph, ast.KindEmphasis, tables.KindTable, tables.KindTableHeader, tables.KindTableRow}, kind) {
			t.Fatalf("%q makes %v", said, kind)
		}
	}
	if cells != 12 {
		t.Fatalf("%q makes %d cells:\n%s", said, cells, out)
	}
	safe := strings.ReplaceAll(unbroken(report.Safe(said)), `\u{7c}`, "|")
	if said != "" && unbroken(strings.ReplaceAll(code[1], `\u{7c}`, "|")) != safe {
		t.Fatalf("%q becomes %q", said, code[1])
	}
}

func codeOf(n *ast.CodeSpan, source []byte) string {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if line, ok := child.(*ast.Text); ok {
			b.Write(line.Value(source))
		}
	}
	return b.String()
}

// TestMarkdownBudget: a summary has no more characters than are allowed, the
// gravest findings are in it, and what is not is counted.
func TestMarkdownBudget(t *testing.T) {
	for _, n := range []int{1, 100, 500, 2000} {
		for _, budget := range []int{500, 5000, report.MarkdownBudget} {
			var b strings.Builder
			if err := report.LintMarkdown(&b, many(n), budget); err != nil {
				t.Fatal(err)
			}
			out := b.String()
			if got := utf8.RuneCountInString(out); got > budget || got < budget-200 && strings.Contains(out, " more have no room") {
				t.Errorf("%d characters of %d", got, budget)
			}
			shown := map[string]int{}
			last := ""
			for _, line := range strings.Split(out, "\n") {
				if word, _, ok := strings.Cut(strings.TrimPrefix(line, "| "), " | `"); ok {
					shown[word]++
					last = word
				}
			}
			left := 3*n - shown["error"] - shown["warning"] - shown["info"]
			if left > 0 != strings.Contains(out, fmt.Sprintf("\n%d more have no room here; `saejob lint` lists all.\n", left)) {
				t.Errorf("%d are left out and not counted:\n%s", left, out[max(0, len(out)-300):])
			}
			if shown["warning"] > 0 && shown["error"] != n || last == "info" && shown["warning"] != n {
				t.Errorf("the gravest are not first: %v", shown)
			}
		}
	}
}
