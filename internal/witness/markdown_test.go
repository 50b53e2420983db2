package witness

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"saejob/diff"
	"saejob/internal/inert"
	"saejob/internal/report"
	"saejob/internal/report/reporttest"
	"saejob/internal/trial"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	markdown "github.com/yuin/goldmark/text"
)

// markdownRead is what a reader of Markdown finds in a report.
type markdownRead struct {
	kinds []ast.NodeKind
	// code are the texts of code, blocks too.
	code  []string
	cells int
}

// Outside of code there may be words of ours, and nothing in them that GitHub takes
// for a reference: a commit, an issue, a person, an address, an emoji.
var (
	words      = regexp.MustCompile(`^[A-Za-z0-9 .,:;()'→+-]*$`)
	references = regexp.MustCompile(`(?i)\b[0-9a-f]{7,40}\b|\b[a-z]+-[0-9]|[#@]|://|www\.|:[a-z0-9+_-]+:`)
)

// readMarkdown reads a report as GitHub does. It fails where something outside of
// code could act.
func readMarkdown(t *testing.T, out string) (read markdownRead) {
	t.Helper()
	source := []byte(out)
	document := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(markdown.NewReader(source))
	err := ast.Walk(document, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeSpan:
			read.code = append(read.code, codeOf(n, source))
			return ast.WalkSkipChildren, nil
		case *ast.FencedCodeBlock:
			read.code = append(read.code, string(n.Lines().Value(source)))
		case *ast.Text:
			if said := n.Value(source); !words.Match(said) || references.Match(said) && !strings.Contains(string(said), "the SHA-256 of") {
				t.Fatalf("%q stands outside of code in\n%s", said, out)
			}
		case *tables.TableCell:
			read.cells++
		default:
			read.kinds = append(read.kinds, n.Kind())
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return read
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

// inertMarkdown: the report is the table that is meant, and outside of code
// there are only words of ours.
func inertMarkdown(t *testing.T, out, said string) {
	read := readMarkdown(t, out)
	for _, kind := range read.kinds {
		if !slices.Contains([]ast.NodeKind{ast.KindDocument, ast.KindHeading, ast.KindParagraph, ast.KindEmphasis, tables.KindTable, tables.KindTableHeader, tables.KindTableRow}, kind) {
			t.Fatalf("%q makes %v", said, kind)
		}
	}
	if read.cells != 12 {
		t.Fatalf("%q makes %d cells:\n%s", said, read.cells, out)
	}
	whole := strings.NewReplacer(`\u{23}`, "#", `\u{3a}`, ":", `\u{7c}`, "|").Replace
	if said != "" && whole(read.code[1]) != whole(inert.Line(said)) {
		t.Fatalf("%q becomes %q", said, read.code[1])
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

// TestMarkdownIsInert: whatever a template or a place holds, a reader of Markdown
// finds the tables that are meant, and our own words.
func TestMarkdownIsInert(t *testing.T) {
	g := rand.New(rand.NewPCG(7, 1))
	for range trial.Cases(20_000, 400) {
		said := reporttest.Line(g)
		var out bytes.Buffer
		if err := report.LintMarkdown(&out, reporttest.Lint(g, said), report.MarkdownBudget); err != nil {
			t.Fatal(err)
		}
		inertMarkdown(t, out.String(), said)
	}
	for range trial.Cases(5000, 100) {
		r := reporttest.Diff(g)
		var out bytes.Buffer
		if err := report.DiffMarkdown(&out, r, report.MarkdownBudget); err != nil {
			t.Fatal(err)
		}
		inertMarkdownDiff(t, out.String(), r)
	}
}

// TestMarkdownIsWhole: what a budget cuts is still Markdown.
func TestMarkdownIsWhole(t *testing.T) {
	for _, n := range []int{1, 30, 300} {
		r := reporttest.Crowd(n)
		for _, budget := range []int{600, 2000, 10_000, report.MarkdownBudget} {
			var out strings.Builder
			if err := report.DiffMarkdown(&out, r, budget); err != nil {
				t.Fatal(err)
			}
			readMarkdown(t, out.String())
		}
	}
}
