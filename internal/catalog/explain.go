package catalog

import (
	"fmt"
	"io"
	"strings"

	"saejob/internal/text"
)

// ListRules writes every rule in a line.
func ListRules(w io.Writer) error {
	for _, d := range Docs() {
		if _, err := fmt.Fprintf(w, "%-38s %-8s %s\n", d.Name, d.Severity, d.Summary); err != nil {
			return err
		}
	}
	return nil
}

// ExplainRule writes what a rule is about, where its constraint comes from, and
// a template that it refuses beside one that it accepts. A rule of the schema
// may be named without "schema/".
func ExplainRule(w io.Writer, name string) error {
	d, meant := FindDoc(name)
	if d.Name == "" {
		hint := ""
		if meant != "" {
			hint = " (did you mean " + meant + "?)"
		}
		return fmt.Errorf("there is no rule %s; saejob rules lists them%s", text.Quote(name), hint)
	}
	_, err := fmt.Fprintf(w, "%s (%s)\n\n%s", d.Name, d.Severity, d.Text())
	return err
}

// Text gives what [Doc.Markdown] does, as plain text.
func (d *Doc) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", wrap(d.Summary+" "+d.Why, 80))
	if d.Fix != "" {
		fmt.Fprintf(&b, "\n%s\n", wrap("Fix: "+d.Fix, 80))
	}
	if d.Source != "" {
		fmt.Fprintf(&b, "\nSource: %s\n", d.Source)
	}
	if e, ok := FindExample(d.Name); ok {
		fmt.Fprintf(&b, "\nRefused:\n\n%s\n%s\n", indent(e.Bad), indent(e.Out))
		if e.Good != "" {
			fmt.Fprintf(&b, "Accepted:\n\n%s\n", indent(e.Good))
		}
	}
	return b.String()
}

func indent(text string) string {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = "  " + line
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

// wrap breaks a text into lines of at most width characters.
func wrap(text string, width int) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		if column > 0 && column+1+len(word) > width {
			b.WriteByte('\n')
			column = 0
		} else if column > 0 {
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += len(word)
	}
	return b.String()
}
