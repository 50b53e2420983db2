package catalog

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"saejob/internal/text"
)

// List writes entries, a line for each.
func List(w io.Writer, entries []Entry) error {
	longest := 0
	for _, e := range entries {
		longest = max(longest, len(e.Name))
	}
	for _, e := range entries {
		if _, err := fmt.Fprintf(w, "%-*s %-8s %s\n", longest, e.Name, e.Severity, e.Summary); err != nil {
			return err
		}
	}
	return nil
}

// Explain writes what a name stands for, where that comes from, and an example. A
// rule of the schema may be named without "schema/".
func Explain(w io.Writer, name string) error {
	e, ok := Find(name)
	if !ok {
		meant, _ := Suggest(name)
		return errors.New(noSuch("rule or change "+text.Quote(name), meant, "saejob rules lists the rules, saejob rules --changes the changes"))
	}
	_, err := fmt.Fprintf(w, "%s (%s)\n\n%s", e.Name, e.Severity, e.Text())
	return err
}

// Text returns what [Entry.Markdown] does, as plain text.
func (e *Entry) Text() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", text.Wrap(e.documentation(), 80))
	if e.Fix != "" {
		fmt.Fprintf(&b, "\n%s\n", text.Wrap("Fix: "+e.Fix, 80))
	}
	if e.Defaults != "" {
		fmt.Fprintf(&b, "\n%s\n", text.Wrap(e.Defaults, 80))
	}
	if e.Source != "" {
		fmt.Fprintf(&b, "\nSource: %s\n", e.Source)
	}
	for _, block := range e.Example() {
		if block.Title != "" {
			fmt.Fprintf(&b, "\n%s:\n", block.Title)
		}
		fmt.Fprintf(&b, "\n%s", indent(block.Text))
	}
	return b.String()
}

// indent moves lines to the right.
func indent(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			b.WriteString("  ")
		}
		b.WriteString(line)
	}
	return b.String()
}
