package lint

import (
	"fmt"
	"io"
	"strings"

	"saejob/internal/job"
	"saejob/schema"
)

// rule is what there is to know of a rule.
type rule struct {
	name, doc, source string
	severity          Severity
}

// rules lists what lint can find, in the order of the schema.
func rules() []rule {
	all := []rule{
		{"yaml", yamlHelp, "", Error},
		{"unknown-field", unknownHelp, "", Warning},
	}
	for _, row := range Rows() {
		all = append(all, rule{"schema/" + row.ID, help(row.ID), row.Source, Error})
	}
	for _, f := range schema.Template.Fields {
		all = append(all, rule{"schema/" + f.Name, help(f.Name), f.Source, Error})
	}
	return all
}

// ListRules writes every rule in a line.
func ListRules(w io.Writer) error {
	for _, r := range rules() {
		if _, err := fmt.Fprintf(w, "%-38s %-8s %s\n", r.name, r.severity, firstSentence(r.doc)); err != nil {
			return err
		}
	}
	return nil
}

func firstSentence(text string) string {
	if i := strings.Index(text, ". "); i >= 0 {
		return text[:i+1]
	}
	return text
}

// ExplainRule writes what a rule is about, where its constraint comes from, and
// a template that it refuses beside one that it accepts. A rule of the schema
// may be named without "schema/".
func ExplainRule(w io.Writer, name string) error {
	for _, r := range rules() {
		if r.name != name && r.name != "schema/"+name {
			continue
		}
		var b strings.Builder
		fmt.Fprintf(&b, "%s (%s)\n\n%s\n", r.name, r.severity, wrap(r.doc, 80))
		if r.source != "" {
			fmt.Fprintf(&b, "\nSource: %s\n", r.source)
		}
		examples(&b, r.name)
		_, err := io.WriteString(w, b.String())
		return err
	}
	return fmt.Errorf("there is no rule %s; saejob rules lists them%s", job.Quote(name), suggestion(name))
}

func suggestion(name string) string {
	for _, r := range rules() {
		if strings.EqualFold(strings.TrimPrefix(r.name, "schema/"), strings.TrimPrefix(name, "schema/")) {
			return " (did you mean " + r.name + "?)"
		}
	}
	return ""
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
