package report_test

import (
	"regexp"
	"strings"
	"testing"

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
