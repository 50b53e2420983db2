package catalog

import (
	"fmt"
	"strings"

	"saejob/internal/text"
)

// Markdown returns what there is to know of a name: what it is about, with
// examples, what to do, and where that is documented.
func (e *Entry) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s **%s**\n", prose(e.Summary), e.Severity)
	if e.Why != "" {
		fmt.Fprintf(&b, "\n%s\n", text.Wrap(prose(e.Why), 120))
	}
	for _, block := range e.Example() {
		if block.Title != "" {
			fmt.Fprintf(&b, "\n%s:\n", block.Title)
		}
		fmt.Fprintf(&b, "\n```%s\n%s```\n", block.Language, block.Text)
	}
	if e.Fix != "" {
		fmt.Fprintf(&b, "\n%s\n", text.Wrap("Fix: "+prose(e.Fix), 120))
	}
	if e.Defaults != "" {
		fmt.Fprintf(&b, "\n%s\n", text.Wrap(prose(e.Defaults), 120))
	}
	if e.Source != "" {
		fmt.Fprintf(&b, "\nSource: <%s>\n", e.Source)
	}
	return b.String()
}

// prose returns a text as it is read in Markdown: <redacted> is no tag.
func prose(text string) string { return strings.ReplaceAll(text, "<", `\<`) }

// cell returns a text as it fits into a cell of a table.
func cell(text string) string {
	return strings.NewReplacer("\n", " ", "|", `\|`, "<", `\<`).Replace(text)
}

func code(text string) string { return "`" + text + "`" }
